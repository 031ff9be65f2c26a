#include "cli/verified.h"

#include <utility>

#include "check/check_choice.h"
#include "check/check_rules.h"
#include "check/check_split.h"
#include "check/check_tally.h"
#include "cli/rulebook.h"
#include "exchange/assembly_json.h"
#include "exchange/choice_json.h"
#include "exchange/rules_json.h"
#include "exchange/split_json.h"
#include "exchange/tally_json.h"

namespace bocage::cli {
namespace {

using territory::Territory;

template <class Report, class Check>
std::optional<Verified<Report>> verified(base::Result<Report, territory::Problems> read,
                                         const Check& check, Session& session) {
  if (!read) {
    session.report(read.failure());
    return std::nullopt;
  }
  territory::Verdict verdict = check(*read);
  return Verified<Report>{std::move(read).value(), std::move(verdict)};
}

}  // namespace

std::optional<Verified<territory::SplitReport>> load_division(const Territory& territory,
                                                              const std::string& bytes,
                                                              const std::string& file,
                                                              Session& session) {
  return verified(
      exchange::read_split(territory, bytes, file),
      [&](const territory::SplitReport& report) {
        return check::check_split(territory, report, exchange::split_sha256(territory));
      },
      session);
}

std::optional<Verified<territory::ChoiceReport>> load_choice(const Territory& territory,
                                                             const std::string& bytes,
                                                             const std::string& file,
                                                             Session& session) {
  return verified(
      exchange::read_choice(territory, bytes, file),
      [&](const territory::ChoiceReport& report) {
        return check::check_choice(territory, report, exchange::choice_sha256(territory));
      },
      session);
}

std::optional<Verified<territory::TallyReport>> load_count(const Territory& territory,
                                                           const std::string& bytes,
                                                           const std::string& file,
                                                           Session& session) {
  return verified(
      exchange::read_tally(territory, bytes, file),
      [&](const territory::TallyReport& report) {
        return check::check_tally(territory, report, exchange::assembly_sha256(territory));
      },
      session);
}

std::optional<Verified<territory::RulesReport>> load_judgements(const Territory& territory,
                                                                const std::string& folder,
                                                                const std::string& bytes,
                                                                const std::string& file,
                                                                Session& session) {
  auto const book = load_rulebook(folder, session);
  if (!book) {
    return std::nullopt;
  }
  return verified(
      exchange::read_rules_report(territory, book->rules, bytes, file),
      [&](const territory::RulesReport& report) {
        return check::check_rules(territory, book->rules, book->tables, report,
                                  exchange::rules_sha256(territory, book->rules, book->tables));
      },
      session);
}

}  // namespace bocage::cli
