// What the decoder may do, however much of it a crafted picture takes over.
#pragma once

namespace kiemkring::decoder {

/// Memory, processor, size of files, descriptors. No core files.
void limit_resources();

/// From now on only what decoding needs: memory, threads, reading files. No network, no other program, no writing of files.
/// False when the kernel does not know how.
[[nodiscard]] bool forbid_system_calls();

}  // namespace kiemkring::decoder
