//! Labels, which nearly every object has, and dropping, which every handle can be.

use crate::numbers::{NONE, Numbers};
use crate::radicchio::steps::stepping::Call;
use crate::slots::{Answer, Slots};

/// The calls that are the same for each kind of object.
macro_rules! calls {
    ($slots:ident $call:ident $numbers:ident
     labels { $($labelled:ident: $label:ident $set_label:ident;)* }
     drops { $($dropped:ident: $drop:ident;)* }) => {
        match $call {
            $(Call::$label => Some(Ok(vec![number(&$slots.$labelled.get(&mut $numbers).label())])),
            Call::$set_label => {
                let object = $slots.$labelled.get(&mut $numbers);
                object.set_label(&label($numbers.u64()));
                Some(Ok(Vec::new()))
            })*
            $(Call::$drop => Some($slots.$dropped.drop(&mut $numbers)),)*
            _ => None,
        }
    };
}

/// Numbers stand for labels, 0 for the empty one.
fn label(number: u64) -> String {
    match number {
        0 => String::new(),
        number => format!("label {number} \u{1F34E}"),
    }
}

fn number(text: &str) -> u64 {
    (0..10).find(|number| label(*number) == text).unwrap_or(NONE)
}

pub fn call(slots: &mut Slots, call: Call, mut numbers: Numbers) -> Option<Answer> {
    calls! {
        slots call numbers
        labels {
            devices: GpuDeviceLabel GpuDeviceSetLabel;
            queues: GpuQueueLabel GpuQueueSetLabel;
            buffers: GpuBufferLabel GpuBufferSetLabel;
            textures: GpuTextureLabel GpuTextureSetLabel;
            views: GpuTextureViewLabel GpuTextureViewSetLabel;
            samplers: GpuSamplerLabel GpuSamplerSetLabel;
            bind_group_layouts: GpuBindGroupLayoutLabel GpuBindGroupLayoutSetLabel;
            pipeline_layouts: GpuPipelineLayoutLabel GpuPipelineLayoutSetLabel;
            bind_groups: GpuBindGroupLabel GpuBindGroupSetLabel;
            shader_modules: GpuShaderModuleLabel GpuShaderModuleSetLabel;
            compute_pipelines: GpuComputePipelineLabel GpuComputePipelineSetLabel;
            render_pipelines: GpuRenderPipelineLabel GpuRenderPipelineSetLabel;
            query_sets: GpuQuerySetLabel GpuQuerySetSetLabel;
            command_encoders: GpuCommandEncoderLabel GpuCommandEncoderSetLabel;
            compute_passes: GpuComputePassEncoderLabel GpuComputePassEncoderSetLabel;
            render_passes: GpuRenderPassEncoderLabel GpuRenderPassEncoderSetLabel;
            bundle_encoders: GpuRenderBundleEncoderLabel GpuRenderBundleEncoderSetLabel;
            bundles: GpuRenderBundleLabel GpuRenderBundleSetLabel;
            command_buffers: GpuCommandBufferLabel GpuCommandBufferSetLabel;
        }
        drops {
            gpus: GpuDrop;
            adapters: GpuAdapterDrop;
            devices: GpuDeviceDrop;
            queues: GpuQueueDrop;
            buffers: GpuBufferDrop;
            textures: GpuTextureDrop;
            views: GpuTextureViewDrop;
            samplers: GpuSamplerDrop;
            bind_group_layouts: GpuBindGroupLayoutDrop;
            pipeline_layouts: GpuPipelineLayoutDrop;
            bind_groups: GpuBindGroupDrop;
            shader_modules: GpuShaderModuleDrop;
            compute_pipelines: GpuComputePipelineDrop;
            render_pipelines: GpuRenderPipelineDrop;
            query_sets: GpuQuerySetDrop;
            command_encoders: GpuCommandEncoderDrop;
            compute_passes: GpuComputePassEncoderDrop;
            render_passes: GpuRenderPassEncoderDrop;
            bundle_encoders: GpuRenderBundleEncoderDrop;
            bundles: GpuRenderBundleDrop;
            command_buffers: GpuCommandBufferDrop;
            features: GpuSupportedFeaturesDrop;
            limits: GpuSupportedLimitsDrop;
            infos: GpuAdapterInfoDrop;
            language_features: WgslLanguageFeaturesDrop;
            compilation_infos: GpuCompilationInfoDrop;
            compilation_messages: GpuCompilationMessageDrop;
            errors: GpuErrorDrop;
            lost_infos: GpuDeviceLostInfoDrop;
            constants: RecordGpuPipelineConstantValueDrop;
            sizes: RecordOptionGpuSize64Drop;
        }
    }
}
