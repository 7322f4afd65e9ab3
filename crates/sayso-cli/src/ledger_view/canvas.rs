//! A grid of single-column characters for charts.

/// Rows of characters.
pub struct Canvas(Vec<Vec<char>>);

impl Canvas {
    /// A blank one.
    pub fn new(width: usize, height: usize) -> Self {
        Self(vec![vec![' '; width]; height])
    }

    /// Sets a character where nothing stands.
    pub fn dot(&mut self, row: usize, column: usize, mark: char) {
        if let Some(place) = self.0.get_mut(row).and_then(|row| row.get_mut(column)).filter(|place| **place == ' ') {
            *place = mark;
        }
    }

    /// Whether so many columns from a place on are free.
    pub fn is_free(&self, row: usize, column: usize, width: usize) -> bool {
        self.0
            .get(row)
            .and_then(|row| row.get(column..column + width))
            .is_some_and(|part| part.iter().all(|c| *c == ' '))
    }

    /// The free column of a row that is nearest to one, the right one first.
    pub fn nearest(&self, row: usize, column: usize) -> Option<usize> {
        let near = |distance: usize| [Some(column + distance), column.checked_sub(distance)];
        let width = self.0.get(row)?.len();
        (0..width).flat_map(near).flatten().find(|place| self.is_free(row, *place, 1))
    }

    /// Writes where all of it is free; says whether it did.
    pub fn label(&mut self, row: usize, column: usize, text: &str) -> bool {
        let width = text.chars().count();
        let is_free = self.is_free(row, column, width);
        if is_free {
            text.chars().enumerate().for_each(|(place, letter)| self.dot(row, column + place, letter));
        }
        is_free
    }

    /// The rows, top first.
    pub fn rows(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|row| row.iter().collect())
    }
}
