//! Where labels of a chart go: next to their points, and never over each other.

/// Width of a character of the interface's face at 12 px, on the average.
const CHARACTER: f64 = 6.5;

/// From one line to the next.
pub const LINE: f64 = 14.0;

/// Between a point and its label.
const GAP: f64 = 9.0;

/// How often a label is moved a line down or up before it is left out.
const TRIES: usize = 9;

#[derive(Clone, Copy, Debug)]
struct Box {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Box {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// A label's place: of its first line, and whether it ends there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPosition {
    /// Where its text begins, or ends.
    pub x: f64,
    /// The base of its first line.
    pub y: f64,
    /// Whether it ends at `x`.
    pub ends: bool,
}

/// The labels and points of one drawing.
#[derive(Debug)]
pub struct Labels {
    taken: Vec<Box>,
    left: f64,
    right: f64,
    bottom: f64,
}

impl Labels {
    /// Of a drawing with these edges.
    pub fn new(left: f64, right: f64, bottom: f64) -> Self {
        Self { taken: Vec::new(), left, right, bottom }
    }

    /// Keeps labels off a point.
    pub fn keep_off(&mut self, x: f64, y: f64) {
        self.taken.push(Box { left: x - 5.0, right: x + 5.0, top: y - 5.0, bottom: y + 5.0 });
    }

    /// Finds room for a label of some lines beside a point; nothing where there is none.
    pub fn place(&mut self, x: f64, y: f64, lines: &[impl AsRef<str>]) -> Option<LabelPosition> {
        let width = lines.iter().map(|line| line.as_ref().chars().count()).max().unwrap_or(0) as f64 * CHARACTER;
        let height = LINE * lines.len() as f64;
        // Up and down by turns, ever further away.
        let shifts =
            (0..TRIES).map(|number| if number % 2 == 0 { number as f64 / 2.0 } else { -(number as f64 + 1.0) / 2.0 });
        for shift in shifts {
            let top = y - height / 2.0 + shift * LINE;
            for ends in [false, true] {
                let left = if ends { x - GAP - width } else { x + GAP };
                let room = Box { left, right: left + width, top, bottom: top + height };
                let inside =
                    room.left >= self.left && room.right <= self.right && room.top >= 0.0 && room.bottom <= self.bottom;
                if inside && !self.taken.iter().any(|taken| taken.meets(&room)) {
                    self.taken.push(room);
                    return Some(LabelPosition { x: if ends { x - GAP } else { x + GAP }, y: top + LINE - 3.0, ends });
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stay_off_each_other_and_inside() {
        let mut labels = Labels::new(0.0, 200.0, 200.0);
        let mut placed: Vec<LabelPosition> = Vec::new();
        while let Some(place) = labels.place(100.0, 100.0, &["12,000"]) {
            placed.push(place);
        }
        assert!(placed.len() >= 4 && placed.len() <= 2 * TRIES);
        for (at, one) in placed.iter().enumerate() {
            assert!(placed[at + 1..].iter().all(|other| one.ends != other.ends || (one.y - other.y).abs() >= LINE));
        }
        assert_eq!(Labels::new(0.0, 20.0, 20.0).place(10.0, 10.0, &["a label that is too long"]), None);
    }
}
