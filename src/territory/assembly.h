#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/fraction.h"
#include "territory/units.h"

// An assembly that votes, the members it is made of, and what they hold: docs/formats/assembly.md.
namespace bocage::territory {

// What the weight of a college becomes where nobody in it expresses a vote: nothing is decided; it
// stays in the total and is for nobody; or the other colleges share it.
enum class EmptyCollege { kNotValid, kLost, kRedistributed };
// Whether who abstains counts among those who express a vote (and so as a vote against).
enum class Abstention { kNotExpressed, kExpressed };
// What exactly half is, where more than half is asked.
enum class Tie { kRejected, kPutAgain };
enum class VotingUnit { kColleges, kHeads };

// The `[statutes]` of territory.toml.
struct Statutes {
  std::vector<std::string> forms;    // of cooperation: "scic", "ptce"; which rules apply
  std::optional<VotingUnit> voting;  // none: by colleges where colleges.csv is there
  base::Fraction quorum;             // of the members, present or represented
  EmptyCollege empty_college = EmptyCollege::kNotValid;
  Abstention abstention = Abstention::kNotExpressed;
  Tie tie = Tie::kRejected;
  std::optional<std::int64_t> most_proxies;  // that one member carries; none: no limit is stated
  std::optional<Millionths> share_value;  // of the currency; what a share of the capital is worth
  friend bool operator==(const Statutes&, const Statutes&) = default;
};

// Members that vote together; its weight is divided among what they express.
struct College {
  std::string id;
  std::string name;
  std::optional<Millionths> weight;     // any scale; none in any college: all weigh the same
  std::optional<std::int64_t> members;  // where they are not listed
  friend bool operator==(const College&, const College&) = default;
};

struct Associate {
  std::string id;
  std::string name;
  std::string category;  // "employees", "beneficiaries"; not the college
  std::optional<StakeholderIndex> stakeholder;
  std::optional<std::size_t> college;
  bool is_public = false;     // a local authority, a grouping of them, a territorial public body
  base::DayRange membership;  // days of entry and exit
  friend bool operator==(const Associate&, const Associate&) = default;
};

// Shares of the capital taken (more than 0) or given back (less), on a day; `asked`: not decided.
struct ShareMove {
  base::Day day;
  std::size_t associate = 0;
  std::int64_t shares = 0;
  bool is_asked = false;
  friend bool operator==(const ShareMove&, const ShareMove&) = default;
};

// More than the share where `strict`, at least the share else.
struct Majority {
  base::Fraction share{1, 2};
  bool strict = true;
  friend bool operator==(const Majority&, const Majority&) = default;
};

struct Resolution {
  std::string id;
  std::string title;
  std::optional<base::Day> day;
  Majority majority;
  std::optional<base::Fraction> quorum;  // its own
  friend bool operator==(const Resolution&, const Resolution&) = default;
};

enum class VoteCast { kYes, kNo, kAbstain, kBlank, kConflict };

// One member's vote, carried by another one where `proxy` is set.
struct Ballot {
  std::size_t resolution = 0;
  std::size_t associate = 0;
  VoteCast vote = VoteCast::kAbstain;
  std::optional<std::size_t> proxy;
  friend bool operator==(const Ballot&, const Ballot&) = default;
};

// A show of hands in a college; where there are no colleges, of everybody.
struct ShowOfHands {
  std::size_t resolution = 0;
  std::optional<std::size_t> college;
  std::optional<std::int64_t> present;  // none: those who voted or abstained
  std::int64_t yes = 0;
  std::int64_t no = 0;
  std::int64_t abstained = 0;
  friend bool operator==(const ShowOfHands&, const ShowOfHands&) = default;
};

// What a year left, and what becomes of it.
struct Surplus {
  std::string year;
  Millionths surplus{0};
  std::optional<Millionths> legal_reserve;
  std::optional<Millionths> other_reserve;  // that cannot be shared out either
  std::optional<Millionths> interest;       // on shares
  friend bool operator==(const Surplus&, const Surplus&) = default;
};

struct Assembly {
  Statutes statutes;
  std::vector<College> colleges;      // by id
  std::vector<Associate> associates;  // by id
  std::vector<ShareMove> moves;       // by day, then associate
  std::vector<Resolution> resolutions;
  std::vector<Ballot> ballots;     // by resolution, then associate
  std::vector<ShowOfHands> shows;  // by resolution, then college
  std::vector<Surplus> surpluses;  // by year
  friend bool operator==(const Assembly&, const Assembly&) = default;
};

// Whether votes are weighed by college.
[[nodiscard]] inline bool votes_by_college(const Assembly& assembly) {
  return !assembly.colleges.empty() &&
         assembly.statutes.voting.value_or(VotingUnit::kColleges) == VotingUnit::kColleges;
}

// How many members a college has on a day, or everybody where none is named: as `stated`, else as
// listed.
[[nodiscard]] std::int64_t members_on(const Assembly& assembly, std::optional<std::size_t> college,
                                      const std::optional<base::Day>& day,
                                      const std::optional<std::int64_t>& stated);

}  // namespace bocage::territory
