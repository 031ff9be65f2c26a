#include <algorithm>
#include <utility>

#include "exchange/document_reader.h"
#include "exchange/split_json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

class SplitReader {
 public:
  SplitReader(const Territory& territory, const std::string& file) : all_(territory), in_(file) {}

  SplitReport read(const DocumentRow& top) {
    SplitReport report;
    if (in_.text(top, "format") != "bocage-split/1") {
      in_.report(ProblemCode::kPlanFormat, top, "format", kText);
      return report;
    }
    report.territory = in_.text(top, "territory");
    report.input_sha256 = in_.text(top, "input_sha256");
    std::string const currency = in_.text(top, "currency");
    if (currency != all_.settings.currency) {
      in_.report(ProblemCode::kPlanValueWrong, top, "currency", kText, currency);
    }
    report.splits =
        in_.list<CostSplit>(top, "splits", [&](const DocumentRow& row) { return split(row); });
    in_.refuse_the_rest(top);
    return report;
  }
  Problems take_problems() { return in_.take_problems(); }

 private:
  CostSplit split(const DocumentRow& row) {
    CostSplit one;
    one.id = in_.text(row, "id");
    auto const found = std::find_if(all_.shared_costs.begin(), all_.shared_costs.end(),
                                    [&](const SharedCost& cost) { return cost.id == one.id; });
    if (found == all_.shared_costs.end()) {
      in_.report(ProblemCode::kPlanValueWrong, row, "id", kCode, one.id);
      return one;
    }
    cost_ = &*found;
    std::string const method_chosen(cost_->method ? code_of(*cost_->method) : "");
    if (in_.text(row, "name") != cost_->name) {
      in_.report(ProblemCode::kPlanValueWrong, row, "name", kText);
    }
    if (in_.millionths(row, "cost") != cost_->cost) {
      in_.report(ProblemCode::kPlanValueWrong, row, "cost", kQuantity);
    }
    if (in_.text(row, "method") != method_chosen) {
      in_.report(ProblemCode::kPlanValueWrong, row, "method", kCode);
    }
    one.alone = by_member<std::optional<Millionths>>(row, "members", [&](const DocumentRow& inner) {
      return in_.millionths_or_null(inner, "alone");
    });
    one.core = in_.code<Core>(row, "core").value_or(Core::kUnknown);
    one.coalitions = static_cast<std::size_t>(in_.count(row, "coalitions"));
    one.all_coalitions = in_.truth(row, "all_coalitions");
    one.samples = static_cast<std::size_t>(in_.count(row, "samples"));
    one.held_at_alone = in_.truth(row, "held_at_alone");
    one.methods = in_.list<MethodShares>(row, "methods",
                                         [&](const DocumentRow& inner) { return method(inner); });
    one.nucleolus = in_.list<NucleolusStep>(
        row, "nucleolus", [&](const DocumentRow& inner) { return nucleolus_step(inner); });
    return one;
  }

  // Rows of members, in their order.
  template <class Value, class Read>
  std::vector<Value> by_member(const DocumentRow& row, std::string_view key, const Read& read) {
    std::size_t place = 0;
    return in_.list<Value>(row, key, [&](const DocumentRow& inner) {
      std::string const stakeholder = in_.text(inner, "stakeholder");
      if (place >= cost_->members.size() || id(place) != stakeholder) {
        in_.report(ProblemCode::kPlanValueWrong, inner, "stakeholder", kCode, stakeholder);
      }
      place += 1;
      return read(inner);
    });
  }

  MethodShares method(const DocumentRow& row) {
    MethodShares one;
    one.method = in_.code<SplitMethod>(row, "method").value_or(SplitMethod::kByHead);
    one.why_not = in_.code<WhyNotSplit>(row, "why_not").value_or(WhyNotSplit::kNone);
    one.deviation = in_.some_millionths(row, "deviation");
    one.shares = by_member<MemberShare>(row, "shares", [&](const DocumentRow& inner) {
      return MemberShare{in_.signed_fraction(inner, "exact"), in_.millionths(inner, "paid")};
    });
    one.blocking = in_.list<BlockingCoalition>(row, "blocking", [&](const DocumentRow& inner) {
      return BlockingCoalition{members(inner), in_.millionths(inner, "apart"),
                               in_.fraction(inner, "more")};
    });
    one.blocking_left_out = static_cast<std::size_t>(in_.count(row, "blocking_left_out"));
    return one;
  }

  NucleolusStep nucleolus_step(const DocumentRow& row) {
    NucleolusStep step;
    step.complaint = in_.signed_fraction(row, "complaint");
    step.settled = in_.list<SettledCoalition>(row, "settled", [&](const DocumentRow& inner) {
      return SettledCoalition{members(inner), in_.fraction(inner, "weight"),
                              in_.truth(inner, "at_alone")};
    });
    return step;
  }

  // Ascending, each once.
  std::vector<std::size_t> members(const DocumentRow& row) {
    std::vector<std::size_t> places;
    for (const std::string& name : in_.texts(row, "members")) {
      std::size_t place = 0;
      while (place < cost_->members.size() && id(place) != name) {
        ++place;
      }
      if (place == cost_->members.size() || (!places.empty() && places.back() >= place)) {
        in_.report(ProblemCode::kPlanValueWrong, row, "members", kCode, name);
        return {};
      }
      places.push_back(place);
    }
    return places;
  }
  [[nodiscard]] const std::string& id(std::size_t place) const {
    return all_.stakeholders[cost_->members[place].stakeholder.position()].id;
  }

  const Territory& all_;
  DocumentReader in_;
  const SharedCost* cost_ = nullptr;
};

}  // namespace

base::Result<SplitReport, Problems> read_split(const Territory& territory, std::string_view bytes,
                                               const std::string& file) {
  auto const document = read_json(bytes, file);
  if (!document) {
    return Problems{{document.failure()}};
  }
  SplitReader reader(territory, file);
  SplitReport report = reader.read({&*document, ""});
  Problems problems = reader.take_problems();
  if (problems.has_errors()) {
    return problems;
  }
  return report;
}

}  // namespace bocage::exchange
