#include "cli/division.h"

#include <utility>

#include "check/check_split.h"
#include "exchange/split_json.h"

namespace bocage::cli {

std::optional<Division> load_division(const territory::Territory& territory,
                                      const std::string& bytes, const std::string& file,
                                      Session& session) {
  auto report = exchange::read_split(territory, bytes, file);
  if (!report) {
    session.report(report.failure());
    return std::nullopt;
  }
  territory::Verdict verdict =
      check::check_split(territory, *report, exchange::split_sha256(territory));
  return Division{std::move(report).value(), std::move(verdict)};
}

}  // namespace bocage::cli
