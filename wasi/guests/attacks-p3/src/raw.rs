//! Imports as they are, which take any number for a handle, an address or a length.

#[link(wasm_import_module = "wasi:filesystem/types@0.3.0")]
unsafe extern "C" {
    #[link_name = "[method]descriptor.create-directory-at"]
    pub fn create_directory_at(directory: u32, path: usize, length: usize, result: *mut u64);

    #[link_name = "[method]descriptor.stat"]
    pub fn stat(descriptor: u32, result: usize);

    /// Gives a stream and a future.
    #[link_name = "[method]descriptor.read-via-stream"]
    pub fn read_via_stream(descriptor: u32, offset: u64, result: *mut [u32; 2]);

    #[link_name = "[async-lower][stream-read-0][method]descriptor.read-via-stream"]
    pub fn read(stream: u32, data: usize, length: usize) -> u32;

    #[link_name = "[stream-drop-readable-0][method]descriptor.read-via-stream"]
    pub fn drop_stream(stream: u32);

    #[link_name = "[async-lower][future-read-1][method]descriptor.read-via-stream"]
    pub fn read_end(future: u32, result: *mut u64) -> u32;

    #[link_name = "[future-drop-readable-1][method]descriptor.read-via-stream"]
    pub fn drop_end(future: u32);
}

#[link(wasm_import_module = "wasi:cli/stdout@0.3.0")]
unsafe extern "C" {
    /// The readable end is in the lower half, the writable one in the upper.
    #[link_name = "[stream-new-0]write-via-stream"]
    pub fn stream() -> u64;

    /// Gives a future.
    #[link_name = "write-via-stream"]
    pub fn write_via_stream(stream: u32) -> u32;

    #[link_name = "[async-lower][stream-write-0]write-via-stream"]
    pub fn write(stream: u32, data: usize, length: usize) -> u32;
}

#[link(wasm_import_module = "wasi:clocks/monotonic-clock@0.3.0")]
unsafe extern "C" {
    /// Gives a state, and above it the subtask.
    #[link_name = "[async-lower]wait-for"]
    pub fn wait_for(nanoseconds: u64) -> u32;
}

#[link(wasm_import_module = "$root")]
unsafe extern "C" {
    #[link_name = "[waitable-set-new]"]
    pub fn set() -> u32;

    #[link_name = "[waitable-set-wait]"]
    pub fn wait(set: u32, event: *mut [u32; 2]) -> u32;

    #[link_name = "[waitable-set-drop]"]
    pub fn drop_set(set: u32);

    #[link_name = "[waitable-join]"]
    pub fn join(waitable: u32, set: u32);

    #[link_name = "[subtask-drop]"]
    pub fn drop_subtask(subtask: u32);
}
