//! What a view has in it: the GPU finds out, and draws it by what it found.

use crate::gpu::Gpu;
use crate::mesh::{Mesh, Meshes};
use crate::pipelines::Layouts;
use crate::still_life::{self, Instance};
use crate::view::View;
use crate::wasi::webgpu::webgpu::*;

/// Bytes of the arguments of a draw, which are as many for each mesh.
const DRAW_SIZE: u64 = 20;
/// Instances that a workgroup decides of: see `cull.wgsl`.
const WORKGROUP_SIZE: u32 = 64;

/// All meshes and instances, in the GPU's memory.
pub struct Things {
    vertices: GpuBuffer,
    indices: GpuBuffer,
    instances: GpuBuffer,
    count: u32,
    /// For each mesh the arguments of a draw of no instances.
    draws: Vec<u8>,
    /// For each mesh the place of its first instance in lists of those that are visible.
    first_visible: Vec<u32>,
}

impl Things {
    pub fn new(gpu: &Gpu) -> Self {
        let meshes = Meshes::all();
        let instances = still_life::instances();
        let of_mesh = |mesh| instances.iter().filter(move |one| one.mesh == mesh).count() as u32;
        let first_visible: Vec<u32> = Mesh::ALL
            .into_iter()
            .scan(0, |next, mesh| {
                let first = *next;
                *next += of_mesh(mesh);
                Some(first)
            })
            .collect();
        let bytes: Vec<u8> = instances
            .iter()
            .flat_map(|instance| words(instance, first_visible[instance.mesh as usize]))
            .flat_map(u32::to_le_bytes)
            .collect();
        Self {
            vertices: gpu.buffer_of("vertices", &meshes.vertices, GpuBufferUsage::VERTEX),
            indices: gpu.buffer_of("indices", &meshes.indices, GpuBufferUsage::INDEX),
            instances: gpu.buffer_of("instances", &bytes, GpuBufferUsage::STORAGE),
            count: instances.len() as u32,
            draws: draws(&meshes),
            first_visible,
        }
    }

    fn visible_offset(&self, mesh: Mesh) -> u64 {
        u64::from(self.first_visible[mesh as usize]) * 4
    }
}

/// An instance as the shaders have it: `Instance` in `view.wgsl`.
fn words(instance: &Instance, first_visible: u32) -> [u32; 28] {
    let mut words = [0; 28];
    let numbers = instance.placing.0.into_iter().flatten();
    for (word, number) in words.iter_mut().zip(numbers.chain(instance.colour)) {
        *word = number.to_bits();
    }
    words[19] = instance.material as u32;
    words[20] = instance.repeats.to_bits();
    words[21] = instance.roughness.to_bits();
    words[22] = instance.metal.to_bits();
    words[23] = instance.radius.to_bits();
    words[24] = instance.mesh as u32;
    words[25] = first_visible;
    words[26] = instance.observers;
    words
}

fn draws(meshes: &Meshes) -> Vec<u8> {
    Mesh::ALL
        .iter()
        .zip(&meshes.parts)
        .flat_map(|(mesh, part)| match mesh {
            Mesh::Spark => [Mesh::SPARK_VERTICES, 0, 0, 0, 0],
            _ => [part.index_count, 0, part.first_index, part.base_vertex, 0],
        })
        .flat_map(u32::to_le_bytes)
        .collect()
}

/// A view, and what the GPU knows of it.
pub struct Sight {
    uniform: GpuBuffer,
    draws: GpuBuffer,
    visible: GpuBuffer,
    group: GpuBindGroup,
    cull_group: GpuBindGroup,
}

impl Sight {
    pub fn new(
        gpu: &Gpu,
        things: &Things,
        layouts: &Layouts,
        cull: &GpuComputePipeline,
        view: &View,
    ) -> Self {
        let bytes = view.words().map(u32::to_le_bytes);
        let uniform = gpu.buffer_of("view", bytes.as_flattened(), GpuBufferUsage::UNIFORM);
        let storage = GpuBufferUsage::STORAGE;
        let draws = gpu.buffer_of("draws", &things.draws, storage | GpuBufferUsage::INDIRECT);
        let visible = gpu.buffer(
            "visible",
            u64::from(things.count) * 4,
            storage | GpuBufferUsage::VERTEX,
        );
        let seen = || {
            [
                GpuBindingResource::GpuBuffer(&uniform),
                GpuBindingResource::GpuBuffer(&things.instances),
            ]
        };
        let found = [
            GpuBindingResource::GpuBuffer(&draws),
            GpuBindingResource::GpuBuffer(&visible),
        ];
        let group = gpu.bind_group(&layouts.sight, seen());
        let cull_group = gpu.bind_group(
            &cull.get_bind_group_layout(0),
            seen().into_iter().chain(found),
        );
        Self {
            uniform,
            draws,
            visible,
            group,
            cull_group,
        }
    }

    pub fn uniform(&self) -> &GpuBuffer {
        &self.uniform
    }

    pub fn group(&self) -> &GpuBindGroup {
        &self.group
    }

    /// Finds out what is in the view.
    pub fn cull(&self, encoder: &GpuCommandEncoder, things: &Things, cull: &GpuComputePipeline) {
        let pass = encoder.begin_compute_pass(None);
        pass.set_pipeline(cull);
        pass.set_bind_group(0, Some(&self.cull_group), None, None, None)
            .expect("there are no dynamic offsets");
        pass.dispatch_workgroups(things.count.div_ceil(WORKGROUP_SIZE), None, None);
        pass.end();
    }

    /// The draws of all meshes, to be executed by passes after `cull`.
    pub fn bundle(
        &self,
        gpu: &Gpu,
        things: &Things,
        pipeline: &GpuRenderPipeline,
        light: Option<&GpuBindGroup>,
        descriptor: GpuRenderBundleEncoderDescriptor,
    ) -> GpuRenderBundle {
        let bundle = gpu.device.create_render_bundle_encoder(&descriptor);
        bundle.set_pipeline(pipeline);
        for (index, group) in (0..).zip([Some(&self.group), light]) {
            if group.is_some() {
                bundle
                    .set_bind_group(index, group, None, None, None)
                    .expect("there are no dynamic offsets");
            }
        }
        bundle.set_vertex_buffer(0, Some(&things.vertices), None, None);
        bundle.set_index_buffer(&things.indices, GpuIndexFormat::Uint32, None, None);
        for mesh in Mesh::ALL {
            if mesh != Mesh::Spark {
                let offset = things.visible_offset(mesh);
                bundle.set_vertex_buffer(1, Some(&self.visible), Some(offset), None);
                bundle.draw_indexed_indirect(&self.draws, mesh as u64 * DRAW_SIZE);
            }
        }
        bundle.finish(None)
    }

    pub fn draw_sparks(&self, pass: &GpuRenderPassEncoder, things: &Things) {
        let offset = things.visible_offset(Mesh::Spark);
        pass.set_vertex_buffer(0, Some(&self.visible), Some(offset), None);
        pass.draw_indirect(&self.draws, Mesh::Spark as u64 * DRAW_SIZE);
    }
}
