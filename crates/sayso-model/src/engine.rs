//! The inference engine: two ONNX graphs and the weights that ship, run on a pool of threads.

use std::num::NonZero;
use std::sync::Arc;

use rayon::prelude::*;
use rten::{Model, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::{NdTensor, NdTensorView};

static ENCODER: &[u8] = include_bytes!("../../../models/encoder-22e3ba4c3e1c.onnx");
static LINK: &[u8] = include_bytes!("../../../models/link-c5af89003e27.onnx");

/// What the encoder gives for one window.
pub struct Encoded {
    /// Log-probabilities for each piece: outside a cue, begins one, continues one.
    pub cues: NdTensor<f32, 2>,
    /// For each piece, what the link head takes.
    pub linkable: NdTensor<f32, 2>,
}

/// What the link head gives for one cue.
pub struct Linked {
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
    model: Model,
    inputs: [NodeId; INPUTS],
    outputs: [NodeId; OUTPUTS],
}

impl Engine {
    /// Loads the weights that are part of the program.
    pub fn bundled(threads: NonZero<usize>) -> Self {
        Self {
            encoder: Graph::load(ENCODER, ["pieces", "shapes", "positions"], ["cues", "linkable"]),
            link: Graph::load(LINK, ["linkable", "share", "buckets"], ["roles", "stance"]),
            threads: Arc::new(ThreadPool::with_num_threads(threads.get())),
        }
    }

    /// Does `work` on each item, on any thread of the pool and in any order. Threads with an item each seldom wait for
    /// one another as threads that share each matrix product do: two cores read 1.07 times as much.
    pub fn each<I: Sync, O: Send>(&self, items: &[I], work: impl Fn(&I) -> O + Send + Sync) -> Vec<O> {
        self.threads.run(|| items.par_iter().map(work).collect())
    }

    /// Reads one window of pieces with their shapes.
    pub fn encode(&self, pieces: &[i32], shapes: &[i32]) -> Encoded {
        let positions: Vec<i32> = (0..pieces.len() as i32).collect();
        let row = |numbers| NdTensorView::from_data([pieces.len()], numbers).into();
        let [cues, linkable] = self.encoder.run([row(pieces), row(shapes), row(&positions)], &self.threads);
        Encoded { cues: matrix(cues), linkable: matrix(linkable) }
    }

    /// What the pieces are to the cue whose pieces have a `share`, at these distances.
    pub fn link(&self, linkable: NdTensorView<f32, 2>, share: &[f32], buckets: &[i32]) -> Linked {
        let share = NdTensorView::from_data([share.len()], share).into();
        let buckets = NdTensorView::from_data([buckets.len()], buckets).into();
        let [roles, stances] = self.link.run([linkable.into(), share, buckets], &self.threads);
        Linked { roles: matrix(roles), stances: matrix(stances) }
    }
}

impl<const INPUTS: usize, const OUTPUTS: usize> Graph<INPUTS, OUTPUTS> {
    /// The graphs are part of the program and a test loads them: that they fit is an invariant, not input.
    fn load(bytes: &'static [u8], inputs: [&str; INPUTS], outputs: [&str; OUTPUTS]) -> Self {
        let model = Model::load_static_slice(bytes).expect("the weights that ship are well formed");
        let node = |name: &str| model.node_id(name).expect("the graphs that ship have the names that are asked for");
        let (inputs, outputs) = (inputs.map(node), outputs.map(node));
        Self { model, inputs, outputs }
    }

    fn run(&self, values: [ValueOrView; INPUTS], threads: &Arc<ThreadPool>) -> [Value; OUTPUTS] {
        let inputs = self.inputs.into_iter().zip(values).collect();
        let mut options = RunOptions::default();
        options.thread_pool = Some(Arc::clone(threads));
        self.model.run_n(inputs, self.outputs, Some(options)).expect("inputs have the shapes that the graphs take")
    }
}

fn matrix(value: Value) -> NdTensor<f32, 2> {
    value.try_into().expect("the graphs that ship give matrices of fp32")
}
