//! Who says something, and how: the options that adding and mending have in common.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use sayso::ledger::decision::Speaker;
use sayso::{Certainty, SpeakerKind, Stance};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Whose a claim is, what they do with it, and from whom the article has it.
#[derive(Clone, Debug, Args)]
pub struct StatedArguments {
    /// Whose it is; more than once for several
    #[arg(long = "speaker", value_name = "NAME")]
    pub speakers: Vec<String>,

    /// What sort of speaker, where the article's reading does not know the name
    #[arg(long, value_name = "KIND", requires = "speakers", value_parser = kinds())]
    kind: Option<SpeakerKind>,

    /// What the speaker does with it
    #[arg(long, value_parser = PossibleValuesParser::new(Stance::ALL.map(Stance::name)).map(|name| meant::<Stance>(&name)))]
    pub stance: Option<Stance>,

    /// How firmly
    #[arg(long, value_parser = certainties())]
    pub certainty: Option<Certainty>,

    /// The outlet that the article has it from; more than once, the nearest to the article first
    #[arg(long, value_name = "OUTLET")]
    pub via: Vec<String>,
}

impl StatedArguments {
    /// The speakers as decisions have them.
    pub fn speakers(&self) -> Vec<Speaker> {
        self.speakers.iter().map(|name| Speaker { name: name.clone(), kind: self.kind }).collect()
    }
}

fn certainties() -> impl TypedValueParser<Value = Certainty> {
    PossibleValuesParser::new(Certainty::ALL.map(Certainty::name)).map(|name| meant(&name))
}

fn kinds() -> impl TypedValueParser<Value = SpeakerKind> {
    PossibleValuesParser::new(SpeakerKind::ALL.map(SpeakerKind::name)).map(|name| meant(&name))
}

/// What a name stands for that the parser has let through.
fn meant<T: DeserializeOwned>(name: &str) -> T {
    serde_json::from_value(Value::from(name)).expect("a name that is possible stands for something")
}
