//! A model as a folder: what it says of itself, and the bytes of its files.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use sayso_read::CueEnds;
use sha2::{Digest, Sha256};

use crate::error::ModelError;
use crate::manifest::{self, File, Manifest};

/// The models that are part of the program, by name.
static SHIPPED: [(&str, Shipped); 1] = [(
    "standard",
    Shipped {
        manifest: include_str!("../../../models/standard/model.toml"),
        encoder: include_bytes!("../../../models/standard/encoder.onnx"),
        link: include_bytes!("../../../models/standard/link.onnx"),
        vocabulary: include_str!("../../../models/standard/vocabulary.txt"),
        cue_ends: include_str!("../../../models/standard/cue-ends.tsv"),
    },
)];

/// Bytes in the longest file that is read: twice what a large encoder has.
const LONGEST_FILE: u64 = 1 << 30;

struct Shipped {
    manifest: &'static str,
    encoder: &'static [u8],
    link: &'static [u8],
    vocabulary: &'static str,
    cue_ends: &'static str,
}

/// The parts of a model, before they are made ready to run.
///
/// What a folder holds is told in `models/README.md`.
#[derive(Clone, Debug)]
pub struct ModelFolder {
    pub(crate) manifest: Manifest,
    pub(crate) encoder: Cow<'static, [u8]>,
    pub(crate) link: Cow<'static, [u8]>,
    pub(crate) vocabulary: Cow<'static, str>,
}

impl ModelFolder {
    /// The names of the models that are part of the program; the first is used where nothing is asked for.
    pub fn shipped() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(name, _)| *name)
    }

    /// A model that is part of the program, by its name.
    ///
    /// # Panics
    ///
    /// Never: a test loads all that ship.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (_, shipped) = SHIPPED.iter().find(|(shipped, _)| *shipped == name)?;
        let manifest = Manifest::parse(shipped.manifest).expect("the manifests that ship are right");
        let folder = Self {
            manifest,
            encoder: shipped.encoder.into(),
            link: shipped.link.into(),
            vocabulary: shipped.vocabulary.into(),
        };
        Some(folder.with_cue_ends(shipped.cue_ends).expect("the counts that ship are well formed"))
    }

    /// A model that is part of the program, by its name, or one in a folder.
    ///
    /// # Errors
    ///
    /// Where there is neither, or the folder has no model that can be used.
    pub fn find(asked: &str) -> Result<Self, ModelError> {
        match Self::named(asked) {
            Some(folder) => Ok(folder),
            None if Path::new(asked).is_dir() => Self::read(Path::new(asked)),
            None => Err(ModelError::Unknown {
                asked: asked.to_owned(),
                shipped: Self::shipped().collect::<Vec<_>>().join(", "),
            }),
        }
    }

    /// Reads a folder, and checks that each file is the one that its manifest means.
    ///
    /// # Errors
    ///
    /// Where a file is missing, is another, or is not what it should be; says which.
    pub fn read(folder: &Path) -> Result<Self, ModelError> {
        let manifest = Manifest::parse(&text(manifest::NAME, bytes(&folder.join(manifest::NAME))?)?)?;
        let files = manifest.files.clone();
        let checked = |file: &File| checked(file, bytes(&folder.join(&file.file))?);
        let (encoder, link) = (checked(&files.encoder)?.into(), checked(&files.link)?.into());
        let vocabulary = text(&files.vocabulary.file, checked(&files.vocabulary)?)?.into();
        let cue_ends = text(&files.cue_ends.file, checked(&files.cue_ends)?)?;
        Self { manifest, encoder, link, vocabulary }.with_cue_ends(&cue_ends)
    }

    fn with_cue_ends(mut self, written: &str) -> Result<Self, ModelError> {
        let file = &self.manifest.files.cue_ends.file;
        let malformed = || ModelError::Content { file: file.clone(), what: "has a row that is not of four cells" };
        self.manifest.calibration.cue_ends = CueEnds::parse(written).ok_or_else(malformed)?;
        Ok(self)
    }
}

/// The bytes of a file, which is a plain one and no longer than any model's.
fn bytes(path: &Path) -> Result<Vec<u8>, ModelError> {
    let unreadable = |source| ModelError::Unreadable { path: path.to_owned(), source };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() || about.len() > LONGEST_FILE {
        return Err(unreadable(io::Error::new(io::ErrorKind::InvalidInput, "it is no file of at most 1 GiB")));
    }
    std::fs::read(path).map_err(unreadable)
}

fn checked(file: &File, bytes: Vec<u8>) -> Result<Vec<u8>, ModelError> {
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let differs = || ModelError::Hash { file: file.file.clone(), wanted: file.sha256.clone(), found: found.clone() };
    if found.eq_ignore_ascii_case(&file.sha256) { Ok(bytes) } else { Err(differs()) }
}

fn text(file: &str, bytes: Vec<u8>) -> Result<String, ModelError> {
    String::from_utf8(bytes).map_err(|_| ModelError::Content { file: file.to_owned(), what: "is not UTF-8" })
}
