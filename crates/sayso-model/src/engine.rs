//! The inference engine: two ONNX graphs, run on a pool of threads.

use std::borrow::Cow;
use std::error::Error;
use std::num::NonZero;
use std::sync::Arc;

use rayon::prelude::*;
use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, ValueOrView};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};
use sayso_read::Stance;

use crate::error::ModelError;
use crate::folder::ModelFolder;
use crate::manifest::{File, Manifest};

/// What the encoder gives for one window.
pub struct Encoded {
    /// Log-probabilities for each piece: outside a cue, begins one, continues one.
    pub cues: NdTensor<f32, 2>,
    /// For each piece, what the link head takes.
    pub linkable: NdTensor<f32, 2>,
}

/// What the link head gives for one cue.
pub struct LinkOutput {
    /// Log-probabilities for each piece: neither, begins the source, continues it, begins content, continues it.
    pub roles: NdTensor<f32, 2>,
    /// Log-probabilities of the cue's stances, in one row.
    pub stances: NdTensor<f32, 2>,
}

/// The two graphs, loaded.
pub struct Engine {
    encoder: Graph<3, 2>,
    link: Graph<3, 2>,
    threads: Arc<ThreadPool>,
}

/// A graph with its inputs and outputs looked up by name.
struct Graph<const INPUTS: usize, const OUTPUTS: usize> {
    /// What it was loaded from.
    file: String,
    model: Model,
    inputs: [NodeId; INPUTS],
    outputs: [NodeId; OUTPUTS],
}

impl Engine {
    /// Loads a folder's graphs and tries them on two pieces.
    ///
    /// # Errors
    ///
    /// Where one is no graph, or is not of the kind that the program takes.
    pub fn load(folder: &ModelFolder, threads: NonZero<usize>) -> Result<Self, ModelError> {
        let ModelFolder { encoder, link, manifest: Manifest { files, .. }, .. } = folder;
        let engine = Self {
            encoder: Graph::load(
                &files.encoder,
                encoder.clone(),
                ["pieces", "shapes", "positions"],
                ["cues", "linkable"],
            )?,
            link: Graph::load(&files.link, link.clone(), ["linkable", "share", "buckets"], ["roles", "stance"])?,
            threads: Arc::new(ThreadPool::with_num_threads(threads.get())),
        };
        engine.try_out()?;
        Ok(engine)
    }

    fn try_out(&self) -> Result<(), ModelError> {
        let Encoded { cues, linkable } = self.try_encode(&[0, 0], &[0, 0])?;
        self.encoder.expect(cues.shape() == [2, 3] && linkable.size(0) == 2)?;
        let LinkOutput { roles, stances } = self.try_link(linkable.view(), &[1.0, 0.0], &[0, 1])?;
        self.link.expect(roles.shape() == [2, 5] && stances.shape() == [1, Stance::ALL.len()])
    }

    /// Does `work` on each item, on any thread of the pool and in any order. Threads with an item each seldom wait for
    /// one another as threads that share each matrix product do: two cores read 1.07 times as much.
    pub fn each<I: Sync, O: Send>(&self, items: &[I], work: impl Fn(&I) -> O + Send + Sync) -> Vec<O> {
        self.threads.run(|| items.par_iter().map(work).collect())
    }

    /// Reads one window of pieces with their shapes.
    pub fn encode(&self, pieces: &[i32], shapes: &[i32]) -> Encoded {
        self.try_encode(pieces, shapes).expect("what was tried when it was loaded runs")
    }

    /// What the pieces are to the cue whose pieces have a `share`, at these distances.
    pub fn link(&self, linkable: NdTensorView<f32, 2>, share: &[f32], buckets: &[i32]) -> LinkOutput {
        self.try_link(linkable, share, buckets).expect("what was tried when it was loaded runs")
    }

    fn try_encode(&self, pieces: &[i32], shapes: &[i32]) -> Result<Encoded, ModelError> {
        let positions: Vec<i32> = (0..).take(pieces.len()).collect();
        let row = |numbers| NdTensorView::from_data([pieces.len()], numbers).into();
        let [cues, linkable] = self.encoder.run([row(pieces), row(shapes), row(&positions)], &self.threads)?;
        Ok(Encoded { cues, linkable })
    }

    fn try_link(
        &self,
        linkable: NdTensorView<f32, 2>,
        share: &[f32],
        buckets: &[i32],
    ) -> Result<LinkOutput, ModelError> {
        let share = NdTensorView::from_data([share.len()], share).into();
        let buckets = NdTensorView::from_data([buckets.len()], buckets).into();
        let [roles, stances] = self.link.run([linkable.into(), share, buckets], &self.threads)?;
        Ok(LinkOutput { roles, stances })
    }
}

impl<const INPUTS: usize, const OUTPUTS: usize> Graph<INPUTS, OUTPUTS> {
    fn load(
        file: &File,
        bytes: Cow<'static, [u8]>,
        inputs: [&str; INPUTS],
        outputs: [&str; OUTPUTS],
    ) -> Result<Self, ModelError> {
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let loaded = match bytes {
            Cow::Borrowed(bytes) => options.load_static_slice(bytes),
            Cow::Owned(bytes) => options.load(bytes),
        };
        let broken = |source: Box<dyn Error + Send + Sync>| ModelError::Graph { file: file.file.clone(), source };
        let model = loaded.map_err(|error| broken(Box::new(error)))?;
        let mut missing = None;
        let mut node = |name: &str| {
            model
                .node_id(name)
                .inspect_err(|_| missing = Some(format!("it has no value '{name}'")))
                .unwrap_or(NodeId::from_u32(0))
        };
        let (inputs, outputs) = (inputs.map(&mut node), outputs.map(&mut node));
        missing.map_or(Ok(()), |missing| Err(broken(missing.into())))?;
        Ok(Self { file: file.file.clone(), model, inputs, outputs })
    }

    fn expect(&self, holds: bool) -> Result<(), ModelError> {
        if holds { Ok(()) } else { Err(ModelError::Shape { file: self.file.clone() }) }
    }

    fn run(
        &self,
        values: [ValueOrView; INPUTS],
        threads: &Arc<ThreadPool>,
    ) -> Result<[NdTensor<f32, 2>; OUTPUTS], ModelError> {
        let inputs = self.inputs.into_iter().zip(values).collect();
        let mut options = RunOptions::default();
        options.thread_pool = Some(Arc::clone(threads));
        let broken = |error| ModelError::Graph { file: self.file.clone(), source: Box::new(error) };
        let values = self.model.run_n(inputs, self.outputs, Some(options)).map_err(broken)?;
        let matrices: Vec<_> = values.into_iter().filter_map(|value| value.try_into().ok()).collect();
        matrices.try_into().map_err(|_| ModelError::Shape { file: self.file.clone() })
    }
}
