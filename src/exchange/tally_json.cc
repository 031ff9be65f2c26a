#include "exchange/tally_json.h"

#include <algorithm>

#include "exchange/codes.h"
#include "exchange/document_reader.h"
#include "exchange/json.h"
#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

JsonObject& add_hands(JsonObject& object, const HandCount& hands) {
  return object.count("members", hands.members)
      .count("present", hands.present)
      .count("represented", hands.represented)
      .count("yes", hands.yes)
      .count("no", hands.no)
      .count("abstained", hands.abstained);
}

std::string turns_text(const std::optional<std::int64_t>& turns) {
  return turns ? std::to_string(*turns) : "null";
}

class TallyReader {
 public:
  TallyReader(const Assembly& assembly, const std::string& file) : assembly_(assembly), in_(file) {}

  TallyReport read(const DocumentRow& top) {
    TallyReport report;
    if (in_.text(top, "format") != "bocage-tally/1") {
      in_.report(ProblemCode::kPlanFormat, top, "format", kText);
      return report;
    }
    report.territory = in_.text(top, "territory");
    report.input_sha256 = in_.text(top, "input_sha256");
    report.voting = in_.code<VotingUnit>(top, "voting").value_or(VotingUnit::kHeads);
    report.resolutions = in_.list<ResolutionCount>(
        top, "resolutions", [&](const DocumentRow& row) { return resolution(row); });
    report.powers =
        in_.list<MajorityPower>(top, "powers", [&](const DocumentRow& row) { return power(row); });
    in_.refuse_the_rest(top);
    return report;
  }
  Problems take_problems() { return in_.take_problems(); }

 private:
  template <class Values>
  std::size_t place(const DocumentRow& row, std::string_view key, const Values& values,
                    const std::string& id) {
    auto const found =
        std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.id == id; });
    if (found == values.end()) {
      in_.report(ProblemCode::kPlanValueWrong, row, key, kCode, id);
      return 0;
    }
    return static_cast<std::size_t>(std::distance(values.begin(), found));
  }
  // Colleges stand in the order of the tables, each of them.
  void expect_college(const DocumentRow& row) {
    std::string const id = in_.text(row, "college");
    if (place(row, "college", assembly_.colleges, id) != row.index) {
      in_.report(ProblemCode::kPlanValueWrong, row, "college", kCode, id);
    }
  }

  HandCount hands(const DocumentRow& row) {
    HandCount hands;
    hands.members = in_.whole(row, "members");
    hands.present = in_.whole(row, "present");
    hands.represented = in_.whole(row, "represented");
    hands.yes = in_.whole(row, "yes");
    hands.no = in_.whole(row, "no");
    hands.abstained = in_.whole(row, "abstained");
    return hands;
  }

  std::optional<std::int64_t> turns(const DocumentRow& row) {
    if (row.is_null("turns")) {
      (void)row.find("turns");
      return std::nullopt;
    }
    return in_.whole(row, "turns");
  }

  ResolutionCount resolution(const DocumentRow& row) {
    ResolutionCount one;
    one.resolution = place(row, "resolution", assembly_.resolutions, in_.text(row, "resolution"));
    one.outcome = in_.code<VoteOutcome>(row, "outcome").value_or(VoteOutcome::kNotVoted);
    one.hands = hands(row);
    one.in_favour = in_.text(row, "in_favour");
    one.in_favour_by_head = in_.text(row, "in_favour_by_head");
    one.turns = turns(row);
    one.colleges = in_.list<CollegeCount>(row, "colleges", [&](const DocumentRow& inner) {
      expect_college(inner);
      HandCount const counted = hands(inner);
      return CollegeCount{counted, in_.text(inner, "weight"), turns(inner)};
    });
    return one;
  }

  MajorityPower power(const DocumentRow& row) {
    MajorityPower one;
    one.majority.share = in_.fraction(row, "majority");
    one.majority.strict = in_.truth(row, "strict");
    one.colleges = in_.list<CollegePower>(row, "colleges", [&](const DocumentRow& inner) {
      expect_college(inner);
      return CollegePower{in_.text(inner, "banzhaf"), in_.text(inner, "shapley_shubik"),
                          in_.truth(inner, "blocks_alone")};
    });
    one.blocking =
        in_.list<std::vector<std::size_t>>(row, "blocking", [&](const DocumentRow& inner) {
          std::vector<std::size_t> group;
          for (const std::string& id : in_.texts(inner, "colleges")) {
            group.push_back(place(inner, "colleges", assembly_.colleges, id));
          }
          return group;
        });
    return one;
  }

  const Assembly& assembly_;
  DocumentReader in_;
};

class TallyWriter {
 public:
  explicit TallyWriter(const Assembly& assembly) : assembly_(assembly) {}

  [[nodiscard]] std::string resolution(const ResolutionCount& one) const {
    JsonObject object;
    object.text("resolution", assembly_.resolutions[one.resolution].id)
        .text("outcome", code_of(one.outcome));
    add_hands(object, one.hands)
        .text("in_favour", one.in_favour)
        .text("in_favour_by_head", one.in_favour_by_head)
        .raw("turns", turns_text(one.turns));
    std::size_t place = 0;
    return object
        .raw("colleges", json_list(
                             one.colleges,
                             [&](const CollegeCount& college) {
                               JsonObject inner;
                               inner.text("college", assembly_.colleges[place++].id)
                                   .text("weight", college.weight);
                               return add_hands(inner, college.hands)
                                   .raw("turns", turns_text(college.turns))
                                   .take();
                             },
                             ",\n     ", "\n     "))
        .take();
  }

  [[nodiscard]] std::string power(const MajorityPower& one) const {
    std::size_t place = 0;
    auto const college = [&](const CollegePower& power) {
      return JsonObject()
          .text("college", assembly_.colleges[place++].id)
          .text("banzhaf", power.banzhaf)
          .text("shapley_shubik", power.shapley_shubik)
          .truth("blocks_alone", power.blocks_alone)
          .take();
    };
    auto const group = [&](const std::vector<std::size_t>& colleges) {
      std::vector<std::string> ids;
      ids.reserve(colleges.size());
      for (std::size_t const one_of_them : colleges) {
        ids.push_back(assembly_.colleges[one_of_them].id);
      }
      return JsonObject().texts("colleges", ids).take();
    };
    return JsonObject()
        .text("majority", base::to_text(one.majority.share))
        .truth("strict", one.majority.strict)
        .raw("colleges", json_list(one.colleges, college, ",\n     ", "\n     "))
        .raw("blocking", json_list(one.blocking, group))
        .take();
  }

 private:
  const Assembly& assembly_;
};

}  // namespace

std::string write_tally(const Territory& territory, const TallyReport& report) {
  TallyWriter const writer(territory.assembly);
  return JsonDocument()
      .text("format", "bocage-tally/1")
      .text("territory", report.territory)
      .text("input_sha256", report.input_sha256)
      .text("voting", code_of(report.voting))
      .raw("resolutions",
           json_lines(report.resolutions,
                      [&](const ResolutionCount& one) { return writer.resolution(one); }))
      .raw("powers",
           json_lines(report.powers, [&](const MajorityPower& one) { return writer.power(one); }))
      .take();
}

std::string write_resolution(const Territory& territory, const TallyReport& report,
                             std::size_t resolution) {
  return TallyWriter(territory.assembly).resolution(report.resolutions[resolution]) + "\n";
}

base::Result<TallyReport, Problems> read_tally(const Territory& territory, std::string_view bytes,
                                               const std::string& file) {
  auto const document = read_json(bytes, file);
  if (!document) {
    return Problems{{document.failure()}};
  }
  TallyReader reader(territory.assembly, file);
  TallyReport report = reader.read({&*document, ""});
  Problems problems = reader.take_problems();
  if (problems.has_errors()) {
    return problems;
  }
  return report;
}

}  // namespace bocage::exchange
