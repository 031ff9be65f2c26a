#include "check/judge.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <random>

#include "places.h"

namespace bocage::check_tests {
namespace {

std::string output_of(const std::string& command) {
  std::string output;
  FILE* const pipe = popen((command + " 2>&1").c_str(), "r");  // NOLINT(cert-env33-c): fixed words
  if (pipe == nullptr) {
    return output;
  }
  std::array<char, 4096> piece{};
  while (std::size_t const length = std::fread(piece.data(), 1, piece.size(), pipe)) {
    output.append(piece.data(), length);
  }
  pclose(pipe);
  return output;
}

}  // namespace

Judge::Judge()
    : folder_(std::filesystem::temp_directory_path() /
              ("bocage-judge-" + std::to_string(std::random_device()()))) {
  std::filesystem::create_directories(folder_);
}

Judge::~Judge() {
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

void Judge::write(const std::string& name, const std::string& bytes) const {
  std::ofstream(folder_ / name, std::ios::binary) << bytes;
}

std::string Judge::verdict() const {
  std::string const source = tests::source_folder().string();
  return output_of("python3 " + source + "/tests/check/judge.py " + source + "/tools " +
                   folder_.string());
}

bool Judge::is_there() {
  return output_of("python3 -c 'import sys; print(sys.version_info >= (3, 11))'") == "True\n";
}

}  // namespace bocage::check_tests
