// What people write wrong about an assembly: every message names the file, the line and what to do,
// in both languages.
#include <gmock/gmock.h>

#include "exchange/assembly_json.h"
#include "exchange/mistakes.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::ProblemCode;

const std::string kSettings = "format = 1\nname = \"x\"\nrule = \"need\"\n";

Folder good() {
  return {{"territory.toml", kSettings +
                                 "[statutes]\nforms = [\"scic\"]\nquorum = \"1/4\"\nmost_proxies = "
                                 "1\nshare_value = 15.25\n"},
          {"colleges.csv", "id,name,weight\nw,Workers,60\nu,Users,40\n"},
          {"associates.csv",
           "id,name,category,college,public,entered,left\na,Ann,employees,w,,2020-01-01,\n"
           "b,Bob,employees,w,,,2030-12-31\nc,Commune,authorities,u,yes,,\nd,Dee,users,u,,,\n"},
          {"shares.csv",
           "associate,date,shares,asked\na,2020-01-01,10,\nc,2021-05-01,8,\n"
           "a,2022-01-01,-4,\nc,2027-01-01,90,yes\n"},
          {"resolutions.csv",
           "id,title,date,majority,quorum\nr,Budget,2027-06-12,,\nq,Statutes,2027-06-12,2/3,1/2\n"},
          {"ballots.csv",
           "resolution,associate,vote,proxy\nr,a,yes,\nr,b,non,a\nr,c,abstain,\nr,d,blanc,\n"},
          {"hands.csv", "resolution,college,present,yes,no\nq,w,2,1,1\nq,u,1,1,0\n"},
          {"surpluses.csv", "year,surplus,legal_reserve,other_reserve\n2026,40000,6000,17000\n"}};
}

TEST(BadAssembly, AGoodFolderIsRead) {
  auto const reading = read_territory_folder(good());
  for (auto const& problem : reading.problems.list) {
    ADD_FAILURE() << problem.place.file << " " << sentence(problem, Language::kEnglish);
  }
  const auto& assembly = reading.territory.assembly;
  EXPECT_EQ(assembly.colleges.size(), 2U);
  EXPECT_TRUE(assembly.associates.at(2).is_public);
  EXPECT_EQ(assembly.ballots.size(), 4U);
  EXPECT_EQ(assembly.ballots.at(1).proxy, std::optional<std::size_t>(0));
  EXPECT_EQ(assembly.statutes.quorum, base::Fraction(1, 4));
  EXPECT_EQ(assembly.moves.size(), 4U);
}

const std::string kBallots = "resolution,associate,vote,proxy\n";
const Mistake kMistakes[] = {
    {"a weight of one only", "colleges.csv", "id,name,weight\nw,Workers,60\nu,Users,\n",
     ProblemCode::kWeightHalf, 3},
    {"a weight of nothing", "colleges.csv", "id,name,weight\nw,Workers,0\nu,Users,1\n",
     ProblemCode::kZeroQuantity, 2},
    {"members in halves", "colleges.csv", "id,name,members\nw,Workers,1.5\nu,Users,\n",
     ProblemCode::kCountNotWhole, 2},
    {"a college nobody knows", "associates.csv", "id,name,college\na,Ann,x\nb,B,w\nc,C,u\nd,D,u\n",
     ProblemCode::kCollegeUnknown, 2},
    {"left before entering", "associates.csv",
     "id,name,college,entered,left\na,A,w,2021-01-01,2020-01-01\nb,B,w,,\nc,C,u,,\nd,D,u,,\n",
     ProblemCode::kFromAfterUntil, 2},
    {"shares of nobody known", "shares.csv", "associate,date,shares\nz,2020-01-01,1\n",
     ProblemCode::kAssociateUnknown, 2},
    {"no shares moved", "shares.csv", "associate,date,shares\na,2020-01-01,0\n",
     ProblemCode::kSharesNotWhole, 2},
    {"half a share", "shares.csv", "associate,date,shares\na,2020-01-01,2.5\n",
     ProblemCode::kSharesNotWhole, 2},
    {"a day that is none", "shares.csv", "associate,date,shares\na,31/02/2020,1\n",
     ProblemCode::kDateWrong, 2},
    {"more given back than held", "shares.csv",
     "associate,date,shares\na,2020-01-01,3\na,2021-01-01,-5\n", ProblemCode::kSharesBelowNothing,
     3},
    {"a majority in words", "resolutions.csv", "id,title,majority\nr,Budget,many\nq,Statutes,\n",
     ProblemCode::kMajorityUnknown, 2},
    {"a majority above all", "resolutions.csv", "id,title,majority\nr,Budget,3/2\nq,Statutes,\n",
     ProblemCode::kMajorityUnknown, 2},
    {"a quorum in percent", "resolutions.csv", "id,title,quorum\nr,Budget,25\nq,Statutes,\n",
     ProblemCode::kNotRatio, 2},
    {"a vote on nothing known", "ballots.csv", kBallots + "z,a,yes,\n",
     ProblemCode::kResolutionUnknown, 2},
    {"a vote of nobody known", "ballots.csv", kBallots + "r,z,yes,\n",
     ProblemCode::kAssociateUnknown, 2},
    {"a vote unheard of", "ballots.csv", kBallots + "r,a,perhaps,\n", ProblemCode::kVoteUnknown, 2},
    {"a vote twice", "ballots.csv", kBallots + "r,a,yes,\nr,a,no,\n",
     ProblemCode::kAssemblyRowRepeated, 3},
    {"its own proxy", "ballots.csv", kBallots + "r,a,yes,a\n", ProblemCode::kProxyOfItself, 2},
    {"a proxy who is not there", "ballots.csv", kBallots + "r,a,yes,b\n",
     ProblemCode::kProxyNotThere, 2},
    {"a proxy of a proxy", "ballots.csv", kBallots + "r,a,yes,b\nr,b,yes,c\nr,c,yes,\n",
     ProblemCode::kProxyNotThere, 2},
    {"proxies above the limit", "ballots.csv", kBallots + "r,a,yes,\nr,b,no,a\nr,d,no,a\n",
     ProblemCode::kProxiesTooMany, 3},
    {"ballots and hands", "ballots.csv", kBallots + "q,a,yes,\n", ProblemCode::kVotesTwoWays, 2},
    {"more hands than members", "hands.csv", "resolution,college,yes,no\nq,w,2,1\n",
     ProblemCode::kHandsTooMany, 2},
    {"more hands than present", "hands.csv", "resolution,college,present,yes,no\nq,w,1,1,1\n",
     ProblemCode::kHandsTooMany, 2},
    {"hands of no college", "hands.csv", "resolution,college,yes,no\nq,,1,1\n",
     ProblemCode::kHandsCollege, 2},
    {"hands shown twice", "hands.csv", "resolution,college,yes,no\nq,w,1,1\nq,w,1,0\n",
     ProblemCode::kAssemblyRowRepeated, 3},
    {"a year twice", "surpluses.csv", "year,surplus\n2026,1\n2026,2\n",
     ProblemCode::kAssemblyRowRepeated, 3},
    {"a loss as a surplus", "surpluses.csv", "year,surplus\n2026,-1\n", ProblemCode::kNegative, 2},
};

TEST(BadAssembly, EveryMistakeIsToldAtItsPlace) { expect_all_told(good(), kMistakes); }

TEST(BadAssembly, AVoterIsAMemberThatDayAndInACollege) {
  Folder folder = good();
  folder["associates.csv"] =
      "id,name,college,entered,left\na,Ann,w,2027-06-13,\nb,Bob,w,,2027-06-11\nc,C,,,\nd,D,u,,\n";
  auto const problems = read_territory_folder(folder).problems;
  int outside = 0;
  int without = 0;
  for (auto const& problem : problems.list) {
    outside += problem.code == ProblemCode::kVoterNotMember ? 1 : 0;
    without += problem.code == ProblemCode::kVoterNoCollege ? 1 : 0;
  }
  EXPECT_EQ(outside, 2);
  EXPECT_EQ(without, 1);
}

TEST(BadAssembly, StatutesAreReadOrRefused) {
  struct Setting {
    const char* text;
    bool holds;
  };
  const Setting settings[] = {
      {"quorum = 0.25", true},        {"quorum = \"5/4\"", false},
      {"quorum = \"many\"", false},   {"tie = \"put_again\"", true},
      {"tie = \"chair\"", false},     {"empty_college = \"lost\"", true},
      {"empty_college = 3", false},   {"abstention = \"expressed\"", true},
      {"abstention = \"no\"", false}, {"voting = \"heads\"", true},
      {"voting = \"money\"", false},  {"most_proxies = 2", true},
      {"most_proxies = -1", false},   {"most_proxies = \"two\"", false},
      {"share_value = 20", true},     {"share_value = 0", false},
      {"forms = \"scic\"", true},     {"forms = [\"\"]", false},
      {"quorums = 1", true},  // unknown: a warning
  };
  for (const Setting& setting : settings) {
    Folder folder = good();
    folder["territory.toml"] = kSettings + "[statutes]\n" + setting.text + "\n";
    auto const reading = read_territory_folder(folder);
    EXPECT_EQ(!reading.problems.has_errors(), setting.holds) << setting.text;
    EXPECT_EQ(reading.problems.list.empty(),
              setting.holds && std::string(setting.text) != "quorums = 1")
        << setting.text;
  }
  Folder folder = good();
  folder.erase("colleges.csv");
  folder["territory.toml"] = kSettings + "[statutes]\nvoting = \"colleges\"\n";
  EXPECT_TRUE(read_territory_folder(folder).problems.has_errors());
}

TEST(BadAssembly, RowsInAnyOrderAreTheSameAssembly) {
  Folder folder = good();
  auto const first = read_territory_folder(folder).territory;
  folder["ballots.csv"] =
      "vote;proxy;associate;resolution\nblanc;;d;r\nabstention;;c;r\nno;a;b;r\noui;;a;r\n";
  folder["colleges.csv"] = "id,name,weight\nu,Users,40\nw,Workers,60\n";
  folder["shares.csv"] =
      "associate,date,shares,asked\nc,2027-01-01,90,yes\na,2022-01-01,-4,\n"
      "c,2021-05-01,8,\na,2020-01-01,10,\n";
  auto const second = read_territory_folder(folder).territory;
  EXPECT_EQ(second.assembly, first.assembly);
  EXPECT_EQ(assembly_sha256(second), assembly_sha256(first));
}

}  // namespace
}  // namespace bocage::exchange
