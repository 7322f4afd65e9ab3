//! The packages of the workspace, and what they depend on.

use anyhow::Result;

use crate::workspace::{cargo, output};

/// One package of the workspace.
pub struct Package {
    pub name: String,
    pub dependencies: Vec<Dependency>,
}

/// What a package depends on.
pub struct Dependency {
    pub name: String,
    /// Whether it lies in this repository.
    pub own: bool,
}

/// Those of this repository, as cargo knows them.
///
/// # Errors
/// Where cargo cannot tell.
pub fn packages() -> Result<Vec<Package>> {
    let mut command = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_str(&output(&mut command)?)?;
    let name = |value: &serde_json::Value| value["name"].as_str().unwrap_or_default().to_owned();
    let dependency = |value: &serde_json::Value| Dependency { name: name(value), own: value["path"].is_string() };
    let package = |value: &serde_json::Value| Package {
        name: name(value),
        dependencies: value["dependencies"].as_array().into_iter().flatten().map(dependency).collect(),
    };
    Ok(metadata["packages"].as_array().into_iter().flatten().map(package).collect())
}
