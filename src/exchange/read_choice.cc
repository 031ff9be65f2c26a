#include <algorithm>
#include <utility>

#include "exchange/choice_json.h"
#include "exchange/document_reader.h"
#include "exchange/proof_json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

class ChoiceReader {
 public:
  ChoiceReader(const Territory& territory, const std::string& file) : all_(territory), in_(file) {}

  ChoiceReport read(const DocumentRow& top) {
    ChoiceReport report;
    if (in_.text(top, "format") != "bocage-choice/1") {
      in_.report(ProblemCode::kPlanFormat, top, "format", kText);
      return report;
    }
    report.territory = in_.text(top, "territory");
    report.input_sha256 = in_.text(top, "input_sha256");
    same(top, "currency", all_.settings.currency);
    same(top, "benefit_unit", all_.benefit_unit);
    report.members = static_cast<std::size_t>(in_.count(top, "members"));
    report.chosen = inner_choice(top, "chosen");
    report.free = inner_choice(top, "free");
    report.rungs =
        in_.list<Choice>(top, "rungs", [&](const DocumentRow& row) { return choice(row); });
    report.equally_good = in_.list<EquallyGood>(top, "equally_good", [&](const DocumentRow& row) {
      return EquallyGood{projects(row), left_out(row)};
    });
    report.drawn = in_.truth(top, "drawn");
    report.not_open =
        in_.list<NotOpen>(top, "not_open", [&](const DocumentRow& row) { return not_open(row); });
    in_.refuse_the_rest(top);
    return report;
  }
  Problems take_problems() { return in_.take_problems(); }

 private:
  void same(const DocumentRow& row, std::string_view key, const std::string& expected) {
    std::string const found = in_.text(row, key);
    if (found != expected) {
      in_.report(ProblemCode::kPlanValueWrong, row, key, kText, found);
    }
  }

  Choice inner_choice(const DocumentRow& top, std::string_view key) {
    const JsonValue* const value = in_.member(top, key, JsonKind::kObject, kObject);
    if (value == nullptr) {
      return {};
    }
    DocumentRow const row{value, key};
    Choice one = choice(row);
    in_.refuse_the_rest(row);
    return one;
  }

  Choice choice(const DocumentRow& row) {
    Choice one;
    one.left_out = left_out(row);
    one.benefit = amount(row, "benefit", ChoiceObjective::kBenefit);
    one.cost = -amount(row, "cost", ChoiceObjective::kCost);
    one.open =
        in_.list<OpenProject>(row, "open", [&](const DocumentRow& inner) { return open(inner); });
    one.levels = in_.list<ChoiceLevel>(row, "levels",
                                       [&](const DocumentRow& inner) { return level(inner); });
    return one;
  }

  base::Int128 amount(const DocumentRow& row, std::string_view key, ChoiceObjective objective) {
    auto const number = from_units(objective, in_.signed_fraction(row, key));
    if (!number) {
      in_.report(ProblemCode::kPlanValueWrong, row, key, kLevel);
    }
    return number.value_or(0);
  }

  template <class List>
  std::size_t place_of(const DocumentRow& row, std::string_view key, const List& list,
                       const std::string& id) {
    auto const found =
        std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
    if (found == list.end()) {
      in_.report(ProblemCode::kPlanValueWrong, row, key, kCode, id);
      return 0;
    }
    return static_cast<std::size_t>(std::distance(list.begin(), found));
  }
  StakeholderIndex stakeholder(const DocumentRow& row, std::string_view key,
                               const std::string& id) {
    return StakeholderIndex(place_of(row, key, all_.stakeholders, id));
  }
  std::size_t project(const DocumentRow& row) {
    return place_of(row, "project", all_.projects, in_.text(row, "project"));
  }
  std::vector<StakeholderIndex> left_out(const DocumentRow& row) {
    std::vector<StakeholderIndex> list;
    for (const std::string& id : in_.texts(row, "left_out")) {
      list.push_back(stakeholder(row, "left_out", id));
    }
    return list;
  }
  std::vector<std::size_t> projects(const DocumentRow& row) {
    std::vector<std::size_t> places;
    for (const std::string& id : in_.texts(row, "projects")) {
      places.push_back(place_of(row, "projects", all_.projects, id));
    }
    return places;
  }

  OpenProject open(const DocumentRow& row) {
    OpenProject one;
    one.project = project(row);
    one.makes = in_.list<MadeQuantity>(row, "makes", [&](const DocumentRow& inner) {
      return MadeQuantity{stakeholder(inner, "stakeholder", in_.text(inner, "stakeholder")),
                          in_.millionths(inner, "quantity")};
    });
    one.funding = in_.list<FundedAmount>(row, "funding", [&](const DocumentRow& inner) {
      return FundedAmount{funder(inner), in_.millionths(inner, "amount")};
    });
    return one;
  }

  std::size_t funder(const DocumentRow& row) {
    std::string const id = in_.text(row, "funder");
    auto const found = std::find_if(
        all_.funders.begin(), all_.funders.end(),
        [&](const Funder& one) { return all_.stakeholders[one.stakeholder.position()].id == id; });
    if (found == all_.funders.end()) {
      in_.report(ProblemCode::kPlanValueWrong, row, "funder", kCode, id);
      return 0;
    }
    return static_cast<std::size_t>(std::distance(all_.funders.begin(), found));
  }

  ChoiceLevel level(const DocumentRow& row) {
    ChoiceLevel one;
    one.objective = in_.code<ChoiceObjective>(row, "objective").value_or(ChoiceObjective::kBenefit);
    one.reached = amount(row, "reached", one.objective);
    one.bound = amount(row, "bound", one.objective);
    one.proof = read_proof_steps(in_, row);
    return one;
  }

  NotOpen not_open(const DocumentRow& row) {
    NotOpen one;
    one.project = project(row);
    one.why = in_.code<WhyNotOpen>(row, "why").value_or(WhyNotOpen::kNotChosen);
    one.lacks = in_.millionths(row, "lacks");
    std::string const limit = in_.text(row, "limit");
    if (!limit.empty()) {
      one.limit = place_of(row, "limit", all_.limits, limit);
    }
    return one;
  }

  const Territory& all_;
  DocumentReader in_;
};

}  // namespace

base::Result<ChoiceReport, Problems> read_choice(const Territory& territory, std::string_view bytes,
                                                 const std::string& file) {
  auto const document = read_json(bytes, file);
  if (!document) {
    return Problems{{document.failure()}};
  }
  ChoiceReader reader(territory, file);
  ChoiceReport report = reader.read({&*document, ""});
  Problems problems = reader.take_problems();
  if (problems.has_errors()) {
    return problems;
  }
  return report;
}

}  // namespace bocage::exchange
