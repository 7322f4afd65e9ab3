//! Whether confidence means what it says: of what is printed at .8, are eight in ten right?

/// Expected calibration error is the usual one over ten equal bins (Naeini, Cooper, Hauskrecht 2015).
const BINS: usize = 10;

/// Confidences and outcomes, by bin.
#[derive(Clone, Copy, Debug, Default)]
pub struct Calibration {
    bins: [Bin; BINS],
}

#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    count: usize,
    right: usize,
    confidence: f64,
}

impl Calibration {
    /// Adds one statement made with a confidence.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of so many")]
    pub fn add(&mut self, confidence: f64, right: bool) {
        let bin = &mut self.bins[((confidence * BINS as f64) as usize).min(BINS - 1)];
        bin.count += 1;
        bin.right += usize::from(right);
        bin.confidence += confidence;
    }

    /// The mean distance between confidence and outcome over the bins, weighted by their size, in percent.
    pub fn expected_error(&self) -> f64 {
        let count: usize = self.bins.iter().map(|bin| bin.count).sum();
        let distance: f64 = self.bins.iter().map(|bin| (bin.right as f64 - bin.confidence).abs()).sum();
        if count == 0 { 0.0 } else { 100.0 * distance / count as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_right_at_nine_tenths_is_off_by_four_tenths() {
        let mut calibration = Calibration::default();
        calibration.add(0.9, true);
        calibration.add(0.9, false);
        assert!((calibration.expected_error() - 40.0).abs() < 1e-9);
    }

    #[test]
    fn certainty_that_is_right_is_no_error() {
        let mut calibration = Calibration::default();
        calibration.add(1.0, true);
        assert_eq!(calibration.expected_error(), 0.0);
    }
}
