#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace bocage::cli {

// Where a command speaks. Standard input is the process's own ("-" in place of a file).
struct Streams {
  std::ostream& out;
  std::ostream& error;
  bool error_is_terminal = false;  // a progress bar may be drawn
};

// `arguments` without the program's name. Exit status: 0 done, 1 the answer is no, 2 the input is
// wrong, 3 the program failed.
[[nodiscard]] int run(std::vector<std::string> arguments, const Streams& streams);

}  // namespace bocage::cli
