//! `record-gpu-pipeline-constant-value` and `record-option-gpu-size64`.

use crate::numbers::{NONE, Numbers};
use crate::radicchio::steps::stepping::Call;
use crate::slots::{Answer, Slots};
use crate::wasi::webgpu::webgpu::{RecordGpuPipelineConstantValue, RecordOptionGpuSize64};

const KEYS: [&str; 4] = ["", "a", "key", "schlüssel"];

fn number_of(key: &str) -> u64 {
    KEYS.iter()
        .position(|known| *known == key)
        .map_or(NONE, |index| index as u64)
}

pub fn call(slots: &mut Slots, call: Call, numbers: Numbers) -> Option<Answer> {
    constants(slots, call, numbers.clone()).or_else(|| sizes(slots, call, numbers))
}

fn constants(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<Answer> {
    let records = &mut slots.constants;
    Some(match call {
        Call::RecordGpuPipelineConstantValueConstructor => {
            records.keep(n.slot(), RecordGpuPipelineConstantValue::new())
        }
        Call::RecordGpuPipelineConstantValueAdd => {
            records.get(&mut n).add(KEYS[n.slot()], n.f64());
            Ok(Vec::new())
        }
        Call::RecordGpuPipelineConstantValueGet => {
            let value = records.get(&mut n).get(KEYS[n.slot()]);
            Ok(value.map(f64::to_bits).into_iter().collect())
        }
        Call::RecordGpuPipelineConstantValueHas => {
            Ok(vec![records.get(&mut n).has(KEYS[n.slot()]) as u64])
        }
        Call::RecordGpuPipelineConstantValueRemove => {
            records.get(&mut n).remove(KEYS[n.slot()]);
            Ok(Vec::new())
        }
        Call::RecordGpuPipelineConstantValueKeys => {
            let keys = records.get(&mut n).keys();
            Ok(keys.iter().map(|key| number_of(key)).collect())
        }
        Call::RecordGpuPipelineConstantValueValues => {
            let values = records.get(&mut n).values();
            Ok(values.into_iter().map(f64::to_bits).collect())
        }
        Call::RecordGpuPipelineConstantValueEntries => {
            let entries = records.get(&mut n).entries();
            let numbers = entries
                .iter()
                .flat_map(|(key, value)| [number_of(key), value.to_bits()]);
            Ok(numbers.collect())
        }
        _ => return None,
    })
}

fn sizes(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<Answer> {
    let records = &mut slots.sizes;
    Some(match call {
        Call::RecordOptionGpuSize64Constructor => {
            records.keep(n.slot(), RecordOptionGpuSize64::new())
        }
        Call::RecordOptionGpuSize64Add => {
            records.get(&mut n).add(KEYS[n.slot()], n.option_u64());
            Ok(Vec::new())
        }
        Call::RecordOptionGpuSize64Get => {
            let value = records.get(&mut n).get(KEYS[n.slot()]);
            Ok(value.map(or_none).into_iter().collect())
        }
        Call::RecordOptionGpuSize64Has => {
            Ok(vec![records.get(&mut n).has(KEYS[n.slot()]) as u64])
        }
        Call::RecordOptionGpuSize64Remove => {
            records.get(&mut n).remove(KEYS[n.slot()]);
            Ok(Vec::new())
        }
        Call::RecordOptionGpuSize64Keys => {
            let keys = records.get(&mut n).keys();
            Ok(keys.iter().map(|key| number_of(key)).collect())
        }
        Call::RecordOptionGpuSize64Values => {
            let values = records.get(&mut n).values();
            Ok(values.into_iter().map(or_none).collect())
        }
        Call::RecordOptionGpuSize64Entries => {
            let entries = records.get(&mut n).entries();
            let numbers = entries
                .iter()
                .flat_map(|(key, value)| [number_of(key), or_none(*value)]);
            Ok(numbers.collect())
        }
        _ => return None,
    })
}

fn or_none(value: Option<u64>) -> u64 {
    value.unwrap_or(NONE)
}
