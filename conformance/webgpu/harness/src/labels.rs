//! Labels, which nearly every resource has.

use crate::*;

/// A resource with a label.
pub trait Labeled {
    /// `label` of the resource.
    fn label(&self) -> String;
    /// `set-label` of the resource.
    fn set_label(&self, label: &str);
}

macro_rules! labeled {
    ($($resource:ident)*) => {
        $(impl Labeled for $resource {
            fn label(&self) -> String {
                $resource::label(self)
            }

            fn set_label(&self, label: &str) {
                $resource::set_label(self, label);
            }
        })*
    };
}

labeled! {
    GpuBindGroup GpuBindGroupLayout GpuBuffer GpuCommandBuffer GpuCommandEncoder
    GpuComputePassEncoder GpuComputePipeline GpuDevice GpuPipelineLayout GpuQuerySet GpuQueue
    GpuRenderBundle GpuRenderBundleEncoder GpuRenderPassEncoder GpuRenderPipeline GpuSampler
    GpuShaderModule GpuTexture GpuTextureView
}

/// The cases of the label of a resource.
///
/// `make` makes one by a descriptor with this label, and `make_invalid` one that is invalid, whose
/// error it catches: labels are kept apart from what can become invalid (specification, "Object
/// Descriptors").
pub async fn labels<T: Labeled>(
    suite: &mut Suite,
    resource: &str,
    make: impl AsyncFn(&GpuDevice, Option<String>) -> Outcome<T>,
    make_invalid: impl AsyncFn(&GpuDevice, Option<String>) -> Outcome<T>,
) {
    let case = |function: &str, what: &str| format!("{resource}.{function}: {what}");
    suite
        .right(
            &case("label", "is that of the descriptor"),
            async |device| {
                let label = "chicory 🌿";
                equal(
                    make(device, Some(label.into())).await?.label().as_str(),
                    label,
                )
            },
        )
        .await;
    suite
        .right(
            &case("label", "is empty if none is given"),
            async |device| equal(make(device, None).await?.label().as_str(), ""),
        )
        .await;
    suite
        .right(
            &case("set-label", "is what label says from then on"),
            async |device| {
                let object = make(device, Some("before".into())).await?;
                object.set_label("after\0all");
                equal(object.label().as_str(), "after\0all")?;
                object.set_label("");
                equal(object.label().as_str(), "")
            },
        )
        .await;
    suite
        .wrong(
            &case("label", "of an invalid object is that of its descriptor"),
            async |device| {
                let object = make_invalid(device, Some("invalid".into())).await?;
                equal(object.label().as_str(), "invalid")
            },
        )
        .await;
    suite
        .wrong(
            &case("set-label", "of an invalid object works as of any other"),
            async |device| {
                let object = make_invalid(device, None).await?;
                object.set_label("still there");
                equal(object.label().as_str(), "still there")
            },
        )
        .await;
}
