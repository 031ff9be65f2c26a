#pragma once

#include <filesystem>
#include <string>

// Where things lie on this machine. Only places.cc is compiled with absolute paths: every other
// file of the tests is the same in all clones, and the compiler cache serves them all.
namespace bocage::tests {

std::filesystem::path source_folder();
std::string program();  // build/<preset>/bocage

}  // namespace bocage::tests
