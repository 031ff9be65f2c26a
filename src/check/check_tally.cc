#include "check/check_tally.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "check/expect_same.h"
#include "check/recount.h"

namespace bocage::check {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using Integer = boost::multiprecision::cpp_int;

std::string text_of(const HandCount& hands) {
  return std::to_string(hands.yes) + "+" + std::to_string(hands.no) + "+" +
         std::to_string(hands.abstained) + " / " + std::to_string(hands.present) + " / " +
         std::to_string(hands.members) + " (" + std::to_string(hands.represented) + ")";
}

class TallyCheck {
 public:
  TallyCheck(const Territory& territory, const TallyReport& report)
      : assembly_(territory.assembly), report_(report), recounter_(territory.assembly) {}

  std::optional<Wrong> run() {
    expect("voting", report_.voting == VotingUnit::kColleges ? "colleges" : "heads",
           recounter_.by_college() ? "colleges" : "heads");
    expect_number("resolutions", report_.resolutions.size(), assembly_.resolutions.size());
    for (std::size_t r = 0; !wrong_ && r < report_.resolutions.size(); ++r) {
      check_resolution(r, report_.resolutions[r]);
    }
    if (!wrong_) {
      check_powers();
    }
    return wrong_;
  }

 private:
  void expect(const std::string& of, const std::string& found, const std::string& expected) {
    expect_same(wrong_, of, found, expected);
  }
  template <class Number>
  void expect_number(const std::string& of, Number found, Number expected) {
    expect(of, std::to_string(found), std::to_string(expected));
  }

  void check_resolution(std::size_t place, const ResolutionCount& told) {
    const Resolution& resolution = assembly_.resolutions[place];
    const std::string& name = resolution.id;
    Recount const count = recounter_.recount(place);
    expect_number(name, told.resolution, place);
    expect(name, text_of(told.hands), text_of(count.all));
    expect(name + ", in_favour", told.in_favour, text_of(recounter_.in_favour(count)));
    expect(name + ", in_favour_by_head", told.in_favour_by_head,
           text_of(recounter_.by_head(count.all)));
    expect_number(name + ", outcome", static_cast<int>(told.outcome),
                  static_cast<int>(recounter_.outcome(resolution, count)));
    expect_number(name + ", colleges", told.colleges.size(),
                  recounter_.by_college() ? count.colleges.size() : std::size_t{0});
    if (wrong_) {
      return;
    }
    check_turns(name, resolution, count, told.turns, std::nullopt);
    Integer all = 0;
    for (std::size_t c = 0; c < told.colleges.size(); ++c) {
      all += recounter_.weight(c);
    }
    for (std::size_t c = 0; c < told.colleges.size(); ++c) {
      std::string const of = name + ", " + assembly_.colleges[c].id;
      expect(of, text_of(told.colleges[c].hands), text_of(count.colleges[c]));
      expect(of + ", weight", told.colleges[c].weight, text_of(Ratio{recounter_.weight(c), all}));
      check_turns(of, resolution, count, told.colleges[c].turns, c);
    }
  }

  // So many votes the other way turn it, and one less does not. Where none is told, all do not.
  void check_turns(const std::string& of, const Resolution& resolution, const Recount& count,
                   const std::optional<std::int64_t>& turns, std::optional<std::size_t> college) {
    bool const adopted = recounter_.outcome(resolution, count) == VoteOutcome::kAdopted;
    auto const turned = [&](std::int64_t votes) {
      Recount changed = count;
      HandCount& hands = college ? changed.colleges[*college] : changed.all;
      hands.yes += adopted ? -votes : votes;
      hands.no += adopted ? votes : -votes;
      return (recounter_.outcome(resolution, changed) == VoteOutcome::kAdopted) != adopted;
    };
    const HandCount& hands = college ? count.colleges[*college] : count.all;
    std::int64_t const most = adopted ? hands.yes : hands.no;
    bool const by_colleges_only = !college && recounter_.by_college();
    std::optional<std::int64_t> found;
    if (!by_colleges_only && most > 0 && turned(most)) {
      bool const holds = turns && *turns >= 1 && *turns <= most && turned(*turns) &&
                         (*turns == 1 || !turned(*turns - 1));
      found = holds ? *turns : fewest(turned, most);
    }
    expect(of + ", turns", turns ? std::to_string(*turns) : "null",
           found ? std::to_string(*found) : "null");
  }

  template <class Turned>
  static std::int64_t fewest(const Turned& turned, std::int64_t enough) {
    std::int64_t step = enough;
    while (step > 0) {
      if (enough - step > 0 && turned(enough - step)) {
        enough -= step;
      } else {
        step /= 2;
      }
    }
    return enough;
  }

  void check_powers() {
    std::set<std::pair<base::Fraction, bool>> asked;
    for (const Resolution& resolution : assembly_.resolutions) {
      asked.emplace(resolution.majority.share, resolution.majority.strict);
    }
    expect_number("powers", report_.powers.size(),
                  recounter_.by_college() ? asked.size() : std::size_t{0});
    auto majority = asked.begin();
    for (const MajorityPower& power : report_.powers) {
      if (wrong_) {
        return;
      }
      expect("powers", base::to_text(power.majority.share) + (power.majority.strict ? ">" : ""),
             base::to_text(majority->first) + (majority->second ? ">" : ""));
      check_power(power, base::to_text(power.majority.share));
      ++majority;
    }
  }

  // Whether the colleges of a group have their way if each votes as one.
  [[nodiscard]] bool wins(const Majority& majority, std::uint32_t group) const {
    Integer with = 0;
    Integer all = 0;
    for (std::size_t c = 0; c < assembly_.colleges.size(); ++c) {
      all += recounter_.weight(c);
      with += ((group >> c) & 1U) != 0 ? recounter_.weight(c) : Integer(0);
    }
    int const order = compare({with, all}, ratio_of(majority.share));
    return order > 0 || (order == 0 && !majority.strict);
  }

  void check_power(const MajorityPower& told, const std::string& name) {
    std::size_t const colleges = assembly_.colleges.size();
    std::uint32_t const everybody = (std::uint32_t{1} << colleges) - 1;
    std::vector<bool> winning(std::size_t{everybody} + 1);
    for (std::uint32_t group = 0; group <= everybody; ++group) {
      winning[group] = wins(told.majority, group);
    }
    expect_number(name + ", colleges", told.colleges.size(), colleges);
    if (wrong_) {
      return;
    }
    std::vector<Integer> swings(colleges, 0);
    std::vector<Integer> pivots(colleges, 0);
    Integer all_swings = 0;
    Integer all_pivots = 0;
    for (std::size_t c = 0; c < colleges; ++c) {
      count_swings(winning, c, swings[c], pivots[c]);
      all_swings += swings[c];
      all_pivots += pivots[c];
    }
    for (std::size_t c = 0; c < colleges; ++c) {
      std::string const of = name + ", " + assembly_.colleges[c].id;
      expect(of + ", banzhaf", told.colleges[c].banzhaf,
             all_swings == 0 ? "0" : text_of(Ratio{swings[c], all_swings}));
      expect(of + ", shapley_shubik", told.colleges[c].shapley_shubik,
             all_pivots == 0 ? "0" : text_of(Ratio{pivots[c], all_pivots}));
      bool const alone = !winning[everybody & ~(std::uint32_t{1} << c)];
      expect_number(of + ", blocks_alone", told.colleges[c].blocks_alone ? 1 : 0, alone ? 1 : 0);
    }
    check_blocking(told, winning, name);
  }

  // Every order in which the colleges could come: who makes the group before it enough.
  static void count_swings(const std::vector<bool>& winning, std::size_t college, Integer& swings,
                           Integer& pivots) {
    std::uint32_t const bit = std::uint32_t{1} << college;
    std::size_t colleges = 0;
    while ((std::size_t{1} << colleges) < winning.size()) {
      ++colleges;
    }
    std::vector<Integer> factorial(1, 1);
    for (std::size_t n = 1; n <= colleges; ++n) {
      factorial.push_back(factorial.back() * n);
    }
    for (std::uint32_t group = 0; group < winning.size(); ++group) {
      if ((group & bit) == 0 && !winning[group] && winning[group | bit]) {
        std::size_t before = 0;
        for (std::uint32_t rest = group; rest != 0; rest >>= 1U) {
          before += rest & 1U;
        }
        swings += 1;
        pivots += factorial[before] * factorial[colleges - 1 - before];
      }
    }
  }

  void check_blocking(const MajorityPower& told, const std::vector<bool>& winning,
                      const std::string& name) {
    constexpr std::size_t kMostListed = 64;
    auto const everybody = static_cast<std::uint32_t>(winning.size() - 1);
    std::vector<std::vector<std::size_t>> groups;
    for (std::uint32_t group = 1; group <= everybody; ++group) {
      std::vector<std::size_t> members;
      bool smallest = !winning[everybody ^ group];
      for (std::size_t c = 0; c < assembly_.colleges.size(); ++c) {
        if (((group >> c) & 1U) != 0) {
          members.push_back(c);
          smallest = smallest && winning[everybody ^ group ^ (std::uint32_t{1} << c)];
        }
      }
      if (smallest) {
        groups.push_back(members);
      }
    }
    std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
      return std::pair(a.size(), a) < std::pair(b.size(), b);
    });
    groups.resize(std::min(groups.size(), kMostListed));
    expect_number(name + ", blocking", told.blocking.size(), groups.size());
    for (std::size_t g = 0; !wrong_ && g < groups.size(); ++g) {
      expect(name + ", blocking", list(told.blocking[g]), list(groups[g]));
    }
  }

  [[nodiscard]] std::string list(const std::vector<std::size_t>& colleges) const {
    std::string text;
    for (std::size_t const college : colleges) {
      text += (text.empty() ? "" : ", ") + assembly_.colleges[college].id;
    }
    return text;
  }

  const Assembly& assembly_;
  const TallyReport& report_;
  Recounter recounter_;
  std::optional<Wrong> wrong_;
};

}  // namespace

Verdict check_tally(const Territory& territory, const TallyReport& report,
                    const std::string& input_sha256) {
  Verdict verdict;
  auto const fail = [&](WrongKind kind, std::string found, std::string expected) {
    verdict.holds = false;
    verdict.wrong.kind = kind;
    verdict.wrong.found = std::move(found);
    verdict.wrong.expected = std::move(expected);
    return verdict;
  };
  if (report.input_sha256 != input_sha256) {
    return fail(WrongKind::kInputDiffers, report.input_sha256, input_sha256);
  }
  if (report.territory != territory.settings.name) {
    return fail(WrongKind::kNameDiffers, report.territory, territory.settings.name);
  }
  if (auto wrong = TallyCheck(territory, report).run()) {
    verdict.holds = false;
    verdict.wrong = *std::move(wrong);
  }
  return verdict;
}

}  // namespace bocage::check
