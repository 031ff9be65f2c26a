#include "exchange/text_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "base/text.h"

namespace bocage::exchange {
namespace {

using territory::Problem;
using territory::ProblemCode;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Problem file_problem(ProblemCode code, const std::string& file) {
  Problem problem;
  problem.code = code;
  problem.place.file = file;
  return problem;
}

Problem too_large(const std::string& file) {
  Problem problem = file_problem(ProblemCode::kFileTooLarge, file);
  problem.facts = {std::to_string(kLargestFile / 1'000'000)};
  return problem;
}

base::Result<std::string, Problem> read_stream(std::FILE* stream, const std::string& path) {
  std::string bytes;
  std::array<char, 1U << 16U> part{};
  while (std::size_t const length = std::fread(part.data(), 1, part.size(), stream)) {
    if (bytes.size() + length > kLargestFile) {
      return too_large(path);
    }
    bytes.append(part.data(), length);
  }
  if (std::ferror(stream) != 0) {
    return file_problem(ProblemCode::kFileUnreadable, path);
  }
  return bytes;
}

// A byte no text holds: a control character that is no space, or one that Windows-1252 leaves
// unassigned.
bool is_binary(unsigned char byte) {
  bool const space = byte >= '\t' && byte <= '\r';
  return (byte < 0x20 && !space) || byte == 0x7F;
}

bool is_unassigned(unsigned char byte) {
  return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
}

std::optional<Problem> refuse_binary(std::string_view bytes, const std::string& file) {
  if (bytes.size() > kLargestFile) {
    return too_large(file);
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return file_problem(ProblemCode::kTextUtf16, file);
  }
  constexpr std::string_view kOldWorkbook = "\xD0\xCF\x11\xE0";
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with(kOldWorkbook)) {
    return file_problem(ProblemCode::kTextWorkbook, file);
  }
  auto const binary = std::find_if(bytes.begin(), bytes.end(),
                                   [](char c) { return is_binary(static_cast<unsigned char>(c)); });
  if (binary != bytes.end()) {
    Problem problem = file_problem(ProblemCode::kTextBinary, file);
    problem.place = place_of_byte(bytes, static_cast<std::size_t>(binary - bytes.begin()), file);
    return problem;
  }
  return std::nullopt;
}

// How the bytes above 0x7F fall into UTF-8.
struct Utf8Count {
  std::size_t sequences = 0;  // well-formed, of more than a byte
  std::size_t broken = 0;
  std::size_t broken_like_utf8 =
      0;  // 0xC3, "Ã" in Windows-1252, which French and English do not write
  std::size_t first_broken = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::size_t const bad =
        at + base::first_invalid_utf8(bytes.substr(at)).value_or(bytes.size() - at);
    for (std::size_t i = at; i < bad; ++i) {
      count.sequences += static_cast<unsigned char>(bytes[i]) >= 0xC0 ? 1 : 0;
    }
    if (bad == bytes.size()) {
      return count;
    }
    count.first_broken = count.broken == 0 ? bad : count.first_broken;
    ++count.broken;
    count.broken_like_utf8 += bytes[bad] == '\xC3' ? 1 : 0;
    at = bad + 1;
  }
  return count;
}

Problem broken_utf8(std::string_view bytes, std::size_t at, const std::string& file) {
  Problem problem = file_problem(ProblemCode::kTextBrokenUtf8, file);
  problem.place = place_of_byte(bytes, at, file);
  return problem;
}

}  // namespace

base::Result<std::string, Problem> read_bytes(const std::string& path) {
  if (path == "-") {
    return read_stream(stdin, path);
  }
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    bool const absent = errno == ENOENT || errno == ENOTDIR;
    return file_problem(absent ? ProblemCode::kFileMissing : ProblemCode::kFileUnreadable, path);
  }
  if (S_ISDIR(status.st_mode)) {
    return file_problem(ProblemCode::kFileIsFolder, path);
  }
  if (S_ISREG(status.st_mode) && status.st_size > static_cast<off_t>(kLargestFile)) {
    return too_large(path);  // before a byte of it is read
  }
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const stream(std::fopen(path.c_str(), "rb"),
                                                               &std::fclose);
  if (!stream) {
    return file_problem(ProblemCode::kFileUnreadable, path);
  }
  return read_stream(stream.get(), path);
}

territory::Place place_of_byte(std::string_view bytes, std::size_t offset,
                               const std::string& file) {
  std::string_view const before = bytes.substr(0, offset);
  auto const line = std::count(before.begin(), before.end(), '\n') + 1;
  std::size_t const line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {file, static_cast<int>(line), static_cast<int>(offset - line_start) + 1, ""};
}

std::string_view without_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
}

std::optional<Problem> refuse_non_utf8(std::string_view bytes, const std::string& file) {
  if (std::optional<Problem> problem = refuse_binary(bytes, file)) {
    return problem;
  }
  std::optional<std::size_t> const bad = base::first_invalid_utf8(bytes);
  return bad ? std::optional<Problem>(broken_utf8(bytes, *bad, file)) : std::nullopt;
}

base::Result<std::string, Problem> decode_text(std::string_view bytes, const std::string& file) {
  // Old programs end a text with the control character 26.
  while (!bytes.empty() && bytes.back() == '\x1A') {
    bytes.remove_suffix(1);
  }
  if (std::optional<Problem> problem = refuse_binary(bytes, file)) {
    return *std::move(problem);
  }
  bool const marked = bytes.starts_with(kByteOrderMark);
  bytes = without_byte_order_mark(bytes);
  if (!base::first_invalid_utf8(bytes)) {
    return std::string(bytes);
  }
  Utf8Count const count = count_utf8(bytes);
  if (marked || count.sequences >= count.broken || count.broken_like_utf8 == count.broken) {
    return broken_utf8(bytes, count.first_broken, file);
  }
  auto const unassigned = std::find_if(bytes.begin(), bytes.end(), [](char c) {
    return is_unassigned(static_cast<unsigned char>(c));
  });
  if (unassigned != bytes.end()) {
    Problem problem = file_problem(ProblemCode::kTextBinary, file);
    problem.place =
        place_of_byte(bytes, static_cast<std::size_t>(unassigned - bytes.begin()), file);
    return problem;
  }
  return base::utf8_from_windows_1252(bytes);
}

}  // namespace bocage::exchange
