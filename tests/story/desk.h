#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run.h"
#include "places.h"

// A desk to work at: a folder of its own, gone afterwards, and the command line.
namespace bocage::story {

struct Answer {
  int status = 0;
  std::string out;
  std::string error;
};

inline Answer bocage(std::vector<std::string> arguments) {
  std::ostringstream out;
  std::ostringstream error;
  int const status = cli::run(std::move(arguments), {out, error});
  return {status, out.str(), error.str()};
}

// On one line, with plain spaces only: sentences without where their lines break.
inline std::string flat(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const no_break = text.compare(i, 2, "\u00A0") == 0;
    i += no_break ? 1 : 0;
    if (!no_break && text[i] != ' ' && text[i] != '\n') {
      out += text[i];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

inline std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

class Desk {
 public:
  Desk() {
    std::string name = (std::filesystem::temp_directory_path() / "bocage-story-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  ~Desk() { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }

 private:
  std::filesystem::path folder_;
};

// The program itself, for what only a process has; the shell's own redirections may be part of it.
inline Answer program(const std::string& shell_arguments) {
  Desk const desk;
  std::string const command = tests::program() + " " + shell_arguments + " >" + desk.path("out") +
                              " 2>" + desk.path("error");
  int const status = std::system(command.c_str());
  return {WEXITSTATUS(status), read(desk.path("out")), read(desk.path("error"))};
}

}  // namespace bocage::story
