#include <unistd.h>

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/run.h"

int main(int count, char** arguments) {
  constexpr int kProgramFailed = 3;
  try {
    std::vector<std::string> const words(arguments + (count > 0 ? 1 : 0), arguments + count);
    return bocage::cli::run(words, {std::cout, std::cerr, isatty(STDERR_FILENO) != 0});
  } catch (const std::exception& failure) {
    std::cerr << "bocage: the program failed, and nothing was written: " << failure.what() << "\n";
  }
  return kProgramFailed;
}
