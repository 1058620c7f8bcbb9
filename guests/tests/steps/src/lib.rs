//! Calls every function of `wasi:webgpu` in the order and with the arguments that the host says,
//! and tells what each call came to. It keeps handles in numbered slots, and knows nothing of what
//! is right: the host predicts that.

use std::cell::RefCell;
use std::rc::Rc;

use radicchio::steps::stepping::{Caught, Ending, Outcome, Step, next};
use wasi::webgpu::webgpu::{GpuAdapter, GpuDevice, GpuErrorFilter, GpuErrorKind, get_gpu};

use numbers::Numbers;
use slots::{Answer, Slots};

wit_bindgen::generate!({
    path: ["../../wit/deps/wasi-webgpu", "wit"],
    world: "radicchio:steps/steps",
    generate_all,
});

mod bindings;
mod buffers;
mod devices;
mod encoders;
mod information;
mod labels;
mod numbers;
mod passes;
mod pipelines;
mod queues;
mod records;
mod slots;
mod textures;

struct Steps;

export!(Steps);

thread_local! {
    /// In slot 0 in each try, since a device takes long to make.
    static FIRST: RefCell<Option<(Rc<GpuAdapter>, Rc<GpuDevice>)>> = const { RefCell::new(None) };
}

impl Guest for Steps {
    async fn run() {
        let mut slots = Slots::default();
        let (adapter, device) = first_device().await;
        slots.adapters.put(0, adapter);
        slots.devices.put(0, device);
        let mut last = None;
        while let Some(step) = next(last.as_ref()) {
            last = Some(perform(&mut slots, &step).await);
        }
    }
}

async fn first_device() -> (Rc<GpuAdapter>, Rc<GpuDevice>) {
    if let Some(first) = FIRST.with_borrow(Option::clone) {
        return first;
    }
    let adapter = get_gpu()
        .request_adapter(None)
        .await
        .expect("the host has an adapter");
    let device = adapter
        .request_device(None)
        .await
        .expect("the adapter gives a device");
    let first = (Rc::new(adapter), Rc::new(device));
    FIRST.set(Some(first.clone()));
    first
}

const FILTERS: [GpuErrorFilter; 3] = [
    GpuErrorFilter::Internal,
    GpuErrorFilter::OutOfMemory,
    GpuErrorFilter::Validation,
];

async fn perform(slots: &mut Slots, step: &Step) -> Outcome {
    let device = step
        .observed
        .map(|slot| slots.devices.at(slot as usize));
    if let Some(device) = &device {
        for filter in FILTERS {
            device.push_error_scope(filter);
        }
    }
    let answer = answer(slots, step).await;
    let mut outcome = outcome(answer);
    if let Some(device) = &device {
        for _ in FILTERS {
            // A scope is missing where the device was lost meanwhile.
            if let Ok(Some(error)) = device.pop_error_scope().await {
                outcome.caught = caught(error.kind());
                outcome.message = error.message();
            }
        }
    }
    outcome
}

/// Each file knows its own calls.
async fn answer(slots: &mut Slots, step: &Step) -> Answer {
    let call = step.call;
    let numbers = || Numbers::of(&step.numbers);
    if let Some(answer) = labels::call(slots, call, numbers()) {
        return answer;
    }
    if let Some(answer) = information::call(slots, call, numbers()) {
        return answer;
    }
    if let Some(answer) = records::call(slots, call, numbers()) {
        return answer;
    }
    if let Some(answer) = devices::call(slots, call, numbers()).await {
        return answer;
    }
    if let Some(answer) = buffers::call(slots, call, numbers()).await {
        return answer;
    }
    if let Some(answer) = textures::call(slots, call, numbers()) {
        return answer;
    }
    if let Some(answer) = bindings::call(slots, call, numbers()) {
        return answer;
    }
    if let Some(answer) = pipelines::call(slots, call, numbers()).await {
        return answer;
    }
    if let Some(answer) = encoders::call(slots, call, numbers()) {
        return answer;
    }
    if let Some(answer) = passes::call(slots, call, numbers()) {
        return answer;
    }
    queues::call(slots, call, numbers())
        .await
        .expect("each call is in one of the files")
}

fn outcome(answer: Answer) -> Outcome {
    let (ending, numbers, message) = match answer {
        Ok(numbers) => (Ending::Done, numbers, String::new()),
        Err((ending, message)) => (ending, Vec::new(), message),
    };
    Outcome {
        ending,
        caught: Caught::Nothing,
        numbers,
        message,
    }
}

fn caught(kind: GpuErrorKind) -> Caught {
    match kind {
        GpuErrorKind::ValidationError => Caught::ValidationError,
        GpuErrorKind::OutOfMemoryError => Caught::OutOfMemoryError,
        GpuErrorKind::InternalError => Caught::InternalError,
    }
}
