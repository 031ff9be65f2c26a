#include "exchange/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace bocage::exchange {
namespace {

// Sizes as the archive states them: refused early where they are absurd, counted again on reading.
std::optional<ZipProblem> check_entries(zip_t* archive, const ZipLimits& limits) {
  auto const count =
      static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0));
  if (count > limits.entries) {
    return ZipProblem::kTooLarge;
  }
  std::uint64_t unpacked = 0;
  std::uint64_t packed = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t entry;
    if (zip_stat_index(archive, i, 0, &entry) != 0) {
      return ZipProblem::kBroken;
    }
    if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE) {
      return ZipProblem::kEncrypted;
    }
    if (entry.size > limits.unpacked_bytes || unpacked + entry.size > limits.unpacked_bytes) {
      return ZipProblem::kTooLarge;
    }
    unpacked += entry.size;
    packed += entry.comp_size;
  }
  bool const swells = unpacked > limits.ratio_from && unpacked / limits.ratio > packed;
  return swells ? std::optional(ZipProblem::kTooLarge) : std::nullopt;
}

}  // namespace

void ZipArchive::Closer::operator()(void* archive) const {
  zip_discard(static_cast<zip_t*>(archive));
}

base::Result<ZipArchive, ZipProblem> ZipArchive::open(std::string_view bytes,
                                                      const ZipLimits& limits) {
  if (!bytes.starts_with("PK")) {
    return ZipProblem::kNotAZip;
  }
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* const opened =
      source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (opened == nullptr) {
    if (source != nullptr) {
      zip_source_free(source);
    }
    return ZipProblem::kBroken;
  }
  ZipArchive archive;
  archive.archive_.reset(opened);
  archive.limits_ = limits;
  if (auto const problem = check_entries(opened, limits)) {
    return *problem;
  }
  return {std::move(archive)};
}

base::Result<std::string, ZipProblem> ZipArchive::read(const std::string& name) {
  auto* const archive = static_cast<zip_t*>(archive_.get());
  zip_int64_t const index = zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) {
    return ZipProblem::kNoSuchPart;
  }
  zip_stat_t entry;
  if (zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &entry) != 0) {
    return ZipProblem::kBroken;
  }
  std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> const part(
      zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0), &zip_fclose);
  if (part == nullptr) {
    return ZipProblem::kBroken;
  }
  std::string unpacked;
  std::array<char, 65536> chunk{};
  while (true) {
    zip_int64_t const length = zip_fread(part.get(), chunk.data(), chunk.size());
    if (length < 0) {
      return ZipProblem::kBroken;
    }
    if (length == 0) {
      return unpacked;
    }
    // A part longer than it says of itself is built to deceive.
    if (unpacked.size() + static_cast<std::uint64_t>(length) > entry.size) {
      return ZipProblem::kTooLarge;
    }
    unpacked_ += static_cast<std::uint64_t>(length);
    if (unpacked_ > limits_.unpacked_bytes || unpacked.size() > limits_.part_bytes) {
      return ZipProblem::kTooLarge;
    }
    unpacked.append(chunk.data(), static_cast<std::size_t>(length));
  }
}

}  // namespace bocage::exchange
