//! Tests, measurements and tidiness of this repository.

fn main() {}
