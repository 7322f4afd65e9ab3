//! `--model`: which model reads.

use std::num::NonZero;

use clap::Args;
use sayso::{Encoder, ModelError, ModelFolder};

use crate::failure::Failure;

/// Which model reads.
#[derive(Clone, Debug, Default, Args)]
pub struct ModelChoice {
    /// The model that reads: the name of one that is part of the program ('standard'), or a folder with one
    ///
    /// What a folder holds is told in the documentation of models. Each record says which model read it.
    #[arg(long, value_name = "NAME|FOLDER", env = "SAYSO_MODEL")]
    model: Option<String>,
}

impl ModelChoice {
    /// Loads it, to work on so many threads.
    pub fn load(&self, threads: NonZero<usize>) -> Result<Encoder, Failure> {
        let Some(asked) = &self.model else { return Ok(Encoder::on_threads(threads)) };
        let folder = ModelFolder::find(asked).map_err(|error| unusable(asked, &error))?;
        Encoder::new(&folder, threads).map_err(|error| unusable(asked, &error))
    }

    /// Says at once what would be wrong with a model that is loaded later.
    pub fn try_out(&self) -> Result<(), Failure> {
        if self.model.is_some() { self.load(NonZero::<usize>::MIN).map(drop) } else { Ok(()) }
    }
}

fn unusable(asked: &str, error: &ModelError) -> Failure {
    match error {
        ModelError::Unknown { .. } => Failure::usage(error.to_string()),
        _ => Failure::usage(format!("the model in {asked} cannot be used: {}", error.with_causes())),
    }
}
