//! The most likely sequence of tags among those that make sense (Viterbi 1967).

/// For each word, the best tag, given log-probabilities; `follows(before, tag)` says what may stand after what.
///
/// The first word's `before` is `None`. Where scores tie, the lower tag wins, so that the path is one and the same everywhere.
pub fn best_path<const TAGS: usize>(
    scores: &[[f32; TAGS]],
    follows: impl Fn(Option<usize>, usize) -> bool,
) -> Vec<usize> {
    let Some((first, rest)) = scores.split_first() else { return Vec::new() };
    let start = |tag: usize| if follows(None, tag) { first[tag] } else { f32::NEG_INFINITY };
    let mut total: [f32; TAGS] = std::array::from_fn(start);
    let mut pointers = Vec::with_capacity(rest.len());
    for row in rest {
        let best: [(usize, f32); TAGS] = std::array::from_fn(|tag| {
            let allowed = (0..TAGS).filter(|before| follows(Some(*before), tag));
            best_of(allowed.map(|before| (before, total[before])))
        });
        total = std::array::from_fn(|tag| best[tag].1 + row[tag]);
        pointers.push(best.map(|(before, _)| before));
    }
    let last = best_of((0..TAGS).map(|tag| (tag, total[tag]))).0;
    let mut path = vec![last];
    path.extend(pointers.iter().rev().scan(last, |tag, step| {
        *tag = step[*tag];
        Some(*tag)
    }));
    path.reverse();
    path
}

fn best_of(scored: impl Iterator<Item = (usize, f32)>) -> (usize, f32) {
    scored.fold((0, f32::NEG_INFINITY), |best, next| if next.1 > best.1 { next } else { best })
}

/// The `[start, end)` runs of a begin tag and its continuation.
pub fn runs(path: &[usize], begin: usize, inside: usize) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (index, tag) in path.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if *tag == inside && run.end == index => run.end += 1,
            _ if *tag == begin => runs.push(index..index + 1),
            _ => {}
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_continuation_never_stands_without_its_beginning() {
        let follows = |before: Option<usize>, tag| tag != 2 || matches!(before, Some(1 | 2));
        let scores = [[-1.0, -2.0, -0.1], [-3.0, -2.0, -0.1], [-0.1, -3.0, -3.0]];
        let path = best_path(&scores, follows);
        assert_eq!(path, [1, 2, 0]);
        assert_eq!(runs(&path, 1, 2), vec![0..2]);
    }
}
