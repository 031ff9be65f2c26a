#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "exchange/codes.h"
#include "exchange/reading/named_rows.h"
#include "exchange/reading/statutes.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::optional<VoteCast> vote_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, VoteCast>, 10> kAlso{
      {{"oui", VoteCast::kYes},
       {"pour", VoteCast::kYes},
       {"for", VoteCast::kYes},
       {"non", VoteCast::kNo},
       {"contre", VoteCast::kNo},
       {"against", VoteCast::kNo},
       {"abstention", VoteCast::kAbstain},
       {"blanc", VoteCast::kBlank},
       {"nul", VoteCast::kBlank},
       {"conflit", VoteCast::kConflict}}};
  std::string const word = base::fold(text);
  auto const* const also =
      std::find_if(kAlso.begin(), kAlso.end(), [&](const auto& one) { return one.first == word; });
  return also != kAlso.end() ? std::optional(also->second) : value_of<VoteCast>(word);
}

std::optional<Majority> majority_of(std::string_view text) {
  std::string const word = base::fold(text);
  if (word.empty() || word == "ordinary" || word == "ordinaire" || word == "simple") {
    return Majority{};
  }
  if (word == base::fold("two_thirds") || word == base::fold("deux_tiers")) {
    return Majority{base::Fraction(2, 3), false};
  }
  if (word == "unanimity" || word == "unanimite") {
    return Majority{base::Fraction(1, 1), false};
  }
  auto const part = read_part(text);
  bool const is_majority = part && *part > base::Fraction();
  return is_majority ? std::optional(Majority{*part, false}) : std::nullopt;
}

class VoteTables {
 public:
  explicit VoteTables(Reading& reading)
      : reading_(reading),
        assembly_(reading.territory.assembly),
        by_college_(votes_by_college(assembly_)) {}

  void read() {
    if (assembly_.statutes.voting == VotingUnit::kColleges && assembly_.colleges.empty() &&
        reading_.table(Table::kColleges).readable()) {
      reading_.report.error(ProblemCode::kTableMissing, {"colleges.csv"}, "", {"colleges.csv", ""});
    }
    read_resolutions();
    read_hands();
    read_ballots();
  }

 private:
  void read_resolutions() {
    for (Draft<Resolution>& draft : named_rows<Resolution>(
             reading_, {Table::kResolutions, reading_.resolution_ids, reading_.resolutions},
             &Resolution::title, resolution_in, [](const Resolution& one) {
               return std::tie(one.title, one.day, one.majority.share, one.majority.strict);
             })) {
      assembly_.resolutions.push_back(std::move(draft.value));
    }
  }

  static Resolution resolution_in(Row& row) {
    using Columns = ResolutionColumn;
    Resolution resolution;
    resolution.title = row.required_text(Columns::kTitle);
    resolution.day = row.day(Columns::kDate);
    if (auto const majority = majority_of(row.text(Columns::kMajority))) {
      resolution.majority = *majority;
    } else {
      row.error(ProblemCode::kMajorityUnknown, Columns::kMajority);
    }
    if (row.has(Columns::kQuorum)) {
      resolution.quorum = read_part(row.text(Columns::kQuorum));
      if (!resolution.quorum) {
        row.error(ProblemCode::kNotRatio, Columns::kQuorum);
      }
    }
    return resolution;
  }

  [[nodiscard]] std::int64_t members_of(const ShowOfHands& show) const {
    const College* const college = show.college ? &assembly_.colleges[*show.college] : nullptr;
    return members_on(assembly_, show.college, assembly_.resolutions[show.resolution].day,
                      college != nullptr ? college->members : std::nullopt);
  }

  void read_hands() {
    using Columns = HandsColumn;
    const RawTable& table = reading_.table(Table::kHands);
    std::map<std::pair<std::size_t, std::optional<std::size_t>>, std::pair<ShowOfHands, int>> found;
    for (std::size_t position = 0; table.readable() && position < table.size(); ++position) {
      Row row(reading_, Table::kHands, position);
      auto const resolution = row.reference(Columns::kResolution, reading_.resolutions,
                                            ProblemCode::kResolutionUnknown);
      ShowOfHands show;
      if (row.has(Columns::kCollege)) {
        show.college =
            row.reference(Columns::kCollege, reading_.colleges, ProblemCode::kCollegeUnknown);
        if (!show.college) {
          continue;
        }
      }
      row.required_text(Columns::kYes);
      row.required_text(Columns::kNo);
      show.present = row.count(Columns::kPresent);
      show.yes = row.count(Columns::kYes).value_or(0);
      show.no = row.count(Columns::kNo).value_or(0);
      show.abstained = row.count(Columns::kAbstained).value_or(0);
      if (!resolution) {
        continue;
      }
      show.resolution = *resolution;
      check_hands(row, show);
      auto const [stood, is_new] =
          found.try_emplace(std::pair(*resolution, show.college), std::pair(show, row.line()));
      if (!is_new) {
        row.error(ProblemCode::kAssemblyRowRepeated,
                  show.college ? Columns::kCollege : Columns::kResolution,
                  {std::to_string(stood->second.second)});
      }
    }
    for (auto const& [key, show] : found) {
      assembly_.shows.push_back(show.first);
      shown_.insert(key.first);
    }
  }

  void check_hands(Row& row, const ShowOfHands& show) {
    using Columns = HandsColumn;
    if (show.college.has_value() != !assembly_.colleges.empty()) {
      row.error(ProblemCode::kHandsCollege, Columns::kCollege,
                {assembly_.resolutions[show.resolution].title});
      return;
    }
    std::int64_t const votes = show.yes + show.no + show.abstained;
    std::int64_t const members = members_of(show);
    if (show.present && votes > *show.present) {
      row.error(ProblemCode::kHandsTooMany, Columns::kPresent,
                {std::to_string(votes), std::to_string(*show.present)});
    } else if (members > 0 && std::max(votes, show.present.value_or(0)) > members) {
      row.error(
          ProblemCode::kHandsTooMany, Columns::kYes,
          {std::to_string(std::max(votes, show.present.value_or(0))), std::to_string(members)});
    }
  }

  void read_ballots() {
    using Columns = BallotColumn;
    const RawTable& table = reading_.table(Table::kBallots);
    for (std::size_t position = 0; table.readable() && position < table.size(); ++position) {
      Row row(reading_, Table::kBallots, position);
      auto const resolution = row.reference(Columns::kResolution, reading_.resolutions,
                                            ProblemCode::kResolutionUnknown);
      auto const who =
          row.reference(Columns::kAssociate, reading_.associates, ProblemCode::kAssociateUnknown);
      Ballot ballot;
      if (row.required_text(Columns::kVote).empty()) {
        continue;
      }
      if (auto const vote = vote_of(row.text(Columns::kVote))) {
        ballot.vote = *vote;
      } else {
        row.error(ProblemCode::kVoteUnknown, Columns::kVote, {all_codes<VoteCast>()});
      }
      if (row.has(Columns::kProxy)) {
        ballot.proxy =
            row.reference(Columns::kProxy, reading_.associates, ProblemCode::kAssociateUnknown);
      }
      if (!resolution || !who) {
        continue;
      }
      ballot.resolution = *resolution;
      ballot.associate = *who;
      check_ballot(row, ballot);
      auto const [stood, is_new] =
          found_.try_emplace(std::pair(*resolution, *who), std::pair(ballot, position));
      if (!is_new) {
        row.error(ProblemCode::kAssemblyRowRepeated, Columns::kAssociate,
                  {std::to_string(Row(reading_, Table::kBallots, stood->second.second).line())});
      }
    }
    check_proxies();
    for (auto const& [key, ballot] : found_) {
      assembly_.ballots.push_back(ballot.first);
    }
  }

  void check_ballot(Row& row, const Ballot& ballot) {
    using Columns = BallotColumn;
    const Associate& associate = assembly_.associates[ballot.associate];
    const Resolution& resolution = assembly_.resolutions[ballot.resolution];
    if (resolution.day &&
        !associate.membership.shares_a_day_with({*resolution.day, *resolution.day})) {
      row.error(ProblemCode::kVoterNotMember, Columns::kAssociate,
                {associate.name, base::format_day(*resolution.day)});
    }
    if (by_college_ && !associate.college && reading_.table(Table::kColleges).readable()) {
      row.error(ProblemCode::kVoterNoCollege, Columns::kAssociate, {associate.name});
    }
    if (ballot.proxy == ballot.associate) {
      row.error(ProblemCode::kProxyOfItself, Columns::kProxy, {associate.name});
    }
    if (shown_.count(ballot.resolution) > 0) {
      row.error(ProblemCode::kVotesTwoWays, Columns::kResolution, {resolution.title});
    }
  }

  // Who carries a vote is there itself, and carries no more than the statutes allow. Nothing tells
  // which of too many hold, so all are named.
  void check_proxies() {
    using Columns = BallotColumn;
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> carried;
    for (auto const& [key, ballot] : found_) {
      if (ballot.first.proxy) {
        ++carried[{key.first, *ballot.first.proxy}];
      }
    }
    for (auto const& [key, ballot] : found_) {
      auto const& proxy = ballot.first.proxy;
      if (!proxy || *proxy == key.second) {
        continue;
      }
      Row row(reading_, Table::kBallots, ballot.second);
      const std::string& name = assembly_.associates[*proxy].name;
      auto const own = found_.find({key.first, *proxy});
      if (own == found_.end() || own->second.first.proxy) {
        row.error(ProblemCode::kProxyNotThere, Columns::kProxy, {name});
      }
      std::int64_t const count = carried[{key.first, *proxy}];
      auto const& most = assembly_.statutes.most_proxies;
      if (most && count > *most) {
        row.error(ProblemCode::kProxiesTooMany, Columns::kProxy,
                  {name, std::to_string(count), std::to_string(*most)});
      }
    }
  }

  Reading& reading_;
  Assembly& assembly_;
  bool by_college_;
  std::set<std::size_t> shown_;  // resolutions with shows of hands
  std::map<std::pair<std::size_t, std::size_t>, std::pair<Ballot, std::size_t>> found_;
};

}  // namespace

void read_ballots(Reading& reading) { VoteTables(reading).read(); }

}  // namespace bocage::exchange
