#include "cli/proceedings.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "exchange/proceedings/proceedings.h"

namespace bocage::cli {

territory::Proceedings proceedings_in(const territory::Territory& territory,
                                      const std::string& path, Session& session) {
  std::map<std::string, std::string> files;
  for (std::string_view const name : exchange::kProceedingsFiles) {
    std::ifstream stream(std::filesystem::path(path) / name, std::ios::binary);
    if (stream) {
      files[std::string(name)] = std::string(std::istreambuf_iterator<char>(stream), {});
    }
  }
  exchange::ProceedingsReading reading = exchange::read_proceedings(files, territory);
  session.report(reading.problems);
  return std::move(reading.proceedings);
}

}  // namespace bocage::cli
