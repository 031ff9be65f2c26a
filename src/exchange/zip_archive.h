#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bocage::exchange {

enum class ZipProblem { kNotAZip, kBroken, kTooLarge, kEncrypted, kNoSuchPart };

// What a workbook may unpack to. A few kilobytes can unpack to terabytes: sizes are counted while
// unpacking, whatever the archive says of itself.
struct ZipLimits {
  std::uint64_t unpacked_bytes = 256'000'000;  // of all parts together
  std::uint64_t part_bytes = 64'000'000;
  std::uint64_t entries = 10'000;
  // Unpacked over packed, above `ratio_from` bytes; real workbooks stay under 50.
  std::uint64_t ratio = 250;
  std::uint64_t ratio_from = 8'000'000;
};

// A zip archive in memory; `bytes` must outlive it.
class ZipArchive {
 public:
  [[nodiscard]] static base::Result<ZipArchive, ZipProblem> open(std::string_view bytes,
                                                                 const ZipLimits& limits = {});
  // The unpacked part, its name compared without regard to case.
  [[nodiscard]] base::Result<std::string, ZipProblem> read(const std::string& name);

 private:
  struct Closer {
    void operator()(void* archive) const;
  };
  std::unique_ptr<void, Closer> archive_;
  ZipLimits limits_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace bocage::exchange
