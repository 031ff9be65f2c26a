#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "territory/problem.h"

namespace bocage::exchange {

inline constexpr std::size_t kLargestFile = 512'000'000;  // bytes

// The bytes of a file, or of standard input where `path` is "-".
[[nodiscard]] base::Result<std::string, territory::Problem> read_bytes(const std::string& path);

// `bytes` as UTF-8 without byte-order mark. Text that is not UTF-8 is taken for Windows-1252,
// unless it is UTF-8 with a broken sequence; UTF-16, workbooks and what is no text at all are
// refused.
[[nodiscard]] base::Result<std::string, territory::Problem> decode_text(std::string_view bytes,
                                                                        const std::string& file);

// The problem with bytes that must be UTF-8 (JSON, TOML) and are not.
[[nodiscard]] std::optional<territory::Problem> refuse_non_utf8(std::string_view bytes,
                                                                const std::string& file);
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view bytes);

// The line and column, in bytes, of an offset into a text.
[[nodiscard]] territory::Place place_of_byte(std::string_view bytes, std::size_t offset,
                                             const std::string& file);

}  // namespace bocage::exchange
