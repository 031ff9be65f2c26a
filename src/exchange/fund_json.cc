#include "exchange/fund_json.h"

#include <algorithm>

#include "exchange/codes.h"
#include "exchange/document_reader.h"
#include "exchange/json.h"
#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::vector<std::string> ids_of(const FundVote& vote, const std::vector<std::size_t>& places) {
  std::vector<std::string> ids;
  ids.reserve(places.size());
  for (std::size_t const place : places) {
    ids.push_back(vote.projects[place].id);
  }
  return ids;
}

class FundReader {
 public:
  FundReader(const FundVote& vote, const std::string& file) : vote_(vote), in_(file) {}

  FundReport read(const DocumentRow& top) {
    FundReport report;
    if (in_.text(top, "format") != "bocage-fund/1") {
      in_.report(ProblemCode::kPlanFormat, top, "format", kText);
      return report;
    }
    report.name = in_.text(top, "name");
    report.input_sha256 = in_.text(top, "input_sha256");
    (void)in_.text(top, "currency");
    if (in_.millionths(top, "budget") != vote_.budget) {
      in_.report(ProblemCode::kPlanValueWrong, top, "budget", kQuantity);
    }
    if (static_cast<std::size_t>(in_.count(top, "voters")) != vote_.ballots.size()) {
      in_.report(ProblemCode::kPlanValueWrong, top, "voters", kCount);
    }
    report.step = in_.millionths(top, "step");
    report.outcomes = in_.list<FundOutcome>(top, "outcomes",
                                            [&](const DocumentRow& row) { return outcome(row); });
    report.most_votes = places(top, "most_votes");
    (void)in_.texts(top, "official");
    in_.refuse_the_rest(top);
    return report;
  }
  Problems take_problems() { return in_.take_problems(); }

 private:
  std::size_t place(const DocumentRow& row, std::string_view key, const std::string& id) {
    auto const found = std::find_if(vote_.projects.begin(), vote_.projects.end(),
                                    [&](const FundProject& one) { return one.id == id; });
    if (found == vote_.projects.end()) {
      in_.report(ProblemCode::kPlanValueWrong, row, key, kCode, id);
      return 0;
    }
    return static_cast<std::size_t>(std::distance(vote_.projects.begin(), found));
  }
  std::vector<std::size_t> places(const DocumentRow& row, std::string_view key) {
    std::vector<std::size_t> list;
    for (const std::string& id : in_.texts(row, key)) {
      list.push_back(place(row, key, id));
    }
    return list;
  }

  FundOutcome outcome(const DocumentRow& row) {
    FundOutcome one;
    one.utility = in_.code<FundUtility>(row, "utility").value_or(FundUtility::kCost);
    one.completed = in_.truth(row, "completed");
    one.increments = in_.count(row, "increments");
    one.cost = in_.millionths(row, "cost");
    one.tied = in_.truth(row, "tied");
    one.bought = in_.list<FundPurchase>(row, "bought", [&](const DocumentRow& inner) {
      return FundPurchase{place(inner, "project", in_.text(inner, "project")),
                          in_.text(inner, "rate"),
                          static_cast<std::size_t>(in_.count(inner, "supporters"))};
    });
    return one;
  }

  const FundVote& vote_;
  DocumentReader in_;
};

}  // namespace

std::string write_fund(const FundVote& vote, const FundReport& report) {
  auto const purchase = [&](const FundPurchase& bought) {
    return JsonObject()
        .text("project", vote.projects[bought.project].id)
        .text("rate", bought.rate)
        .count("supporters", static_cast<std::int64_t>(bought.supporters))
        .take();
  };
  auto const outcome = [&](const FundOutcome& one) {
    return JsonObject()
        .text("utility", code_of(one.utility))
        .truth("completed", one.completed)
        .count("increments", one.increments)
        .number("cost", one.cost)
        .truth("tied", one.tied)
        .raw("bought", json_list(one.bought, purchase, ",\n     ", "\n     "))
        .take();
  };
  return JsonDocument()
      .text("format", "bocage-fund/1")
      .text("name", report.name)
      .text("input_sha256", report.input_sha256)
      .text("currency", vote.currency)
      .raw("budget", decimal_json(vote.budget))
      .count("voters", static_cast<std::int64_t>(vote.ballots.size()))
      .raw("step", decimal_json(report.step))
      .raw("outcomes", json_lines(report.outcomes, outcome))
      .raw("most_votes", json_list(ids_of(vote, report.most_votes),
                                   [](const std::string& id) { return quoted_json(id); }))
      .raw("official", json_list(ids_of(vote, vote.official.value_or(std::vector<std::size_t>())),
                                 [](const std::string& id) { return quoted_json(id); }))
      .take();
}

base::Result<FundReport, Problems> read_fund(const FundVote& vote, std::string_view bytes,
                                             const std::string& file) {
  auto const document = read_json(bytes, file);
  if (!document) {
    return Problems{{document.failure()}};
  }
  FundReader reader(vote, file);
  FundReport report = reader.read({&*document, ""});
  Problems problems = reader.take_problems();
  if (problems.has_errors()) {
    return problems;
  }
  return report;
}

}  // namespace bocage::exchange
