#include "http/endpoints/endpoints.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <fstream>

#include "http/child.h"
#include "places.h"

// Endpoints called as the structs they are, on a folder, without a socket.
namespace bocage::http {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using ::testing::HasSubstr;

class Endpoints : public ::testing::Test {
 public:
  Endpoints() : folder_((fs::temp_directory_path() / "bocage-endpoints-XXXXXX").string()) {
    EXPECT_NE(::mkdtemp(folder_.data()), nullptr);
    fs::copy(tests::source_folder() / "examples/forms/s1-van", folder_);
  }
  ~Endpoints() override { fs::remove_all(folder_); }
  Endpoints(const Endpoints&) = delete;
  Endpoints& operator=(const Endpoints&) = delete;

 protected:
  static Request post(const json::object& body, std::map<std::string, std::string> query = {}) {
    Request request;
    request.method = Method::kPost;
    request.query = std::move(query);
    request.body = json::serialize(body);
    return request;
  }
  static json::object object(const Response& response) {
    return json::parse(response.body).as_object();
  }
  Response step(const std::string& kind, json::object more = {}) {
    more["step"] = kind;
    more["cycle"] = "w1";
    return TakeStep{folder_, board_, changed_}(post(more));
  }
  void ask() {
    for (const char* const kind : {"open", "clarify", "react", "propose"}) {
      EXPECT_EQ(step(kind).status, 200) << kind;
    }
  }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string bytes_of(const std::string& name) const {
    std::ifstream file(folder_ + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::string folder_;
  PlanBoard board_{service::plan_here};
  int told_ = 0;
  std::function<void()> changed_ = [this] { ++told_; };
};

TEST_F(Endpoints, AnActIsToldToThoseWhoListenAndARefusalIsNot) {
  EXPECT_EQ(step("adopt").status, 409);
  EXPECT_EQ(told_, 0);
  EXPECT_EQ(step("open").status, 200);
  EXPECT_EQ(told_, 1);
}

TEST_F(Endpoints, AWordThatIsNoneIsNamedWithWhatWasExpected) {
  ask();
  Response const delivery = NoteDelivery{folder_, changed_}(post({{"contribution", "c1"},
                                                                  {"need", "n1"},
                                                                  {"side", "giver"},
                                                                  {"outcome", "partly"},
                                                                  {"quantity", "twelve"}}));
  EXPECT_EQ(delivery.status, 400);
  EXPECT_THAT(delivery.body, HasSubstr("twelve"));
  Response const moment = NotePosition{folder_, changed_}(
      post({{"stakeholder", "theatre"}, {"answer", "yes"}, {"at", "tomorrow"}}, {{"lang", "fr"}}));
  EXPECT_EQ(moment.status, 400);
  EXPECT_THAT(moment.body, HasSubstr("trouvé"));
  EXPECT_EQ(bytes_of("positions.csv"), "");
}

TEST_F(Endpoints, ABodyThatIsNoObjectIsRefused) {
  for (const char* const body : {"", "[]", "{", "\"step\"", "{\"step\":\"open\",}"}) {
    Request request;
    request.body = body;
    TakeStep const take{folder_, board_, changed_};
    EXPECT_EQ(take(request).status, 400) << body;
  }
}

TEST_F(Endpoints, ATableEditedMeanwhileIsNotOverwritten) {
  Request show;
  show.query = {{"table", "needs"}};
  json::object const shown = object(ShowTable{folder_}(show));
  std::string const edited = bytes_of("needs.csv") + "n7,theatre,van_hours,2,,,\n";
  write("needs.csv", edited);
  Response const saved = SaveTable{folder_, changed_}(post({{"revision", shown.at("revision")},
                                                            {"headers", shown.at("headers")},
                                                            {"rows", shown.at("rows")}},
                                                           {{"table", "needs"}}));
  EXPECT_EQ(saved.status, 409);
  EXPECT_THAT(saved.body, HasSubstr("needs.csv"));
  EXPECT_EQ(bytes_of("needs.csv"), edited);
  EXPECT_EQ(told_, 0);
}

TEST_F(Endpoints, ATableCanBeMendedWhileAnotherIsBroken) {
  std::string const contributions = bytes_of("contributions.csv");
  write("contributions.csv", "id,stakeholder,resource,quantity\nc1,commune,van_hours,forty\n");
  write("needs.csv", "id,stakeholder,resource,quantity\nn1,theatre,van_hours,eight\n");
  auto const save = [&](const char* table, json::array rows) {
    Request show;
    show.query = {{"table", table}};
    json::object const shown = object(ShowTable{folder_}(show));
    return SaveTable{folder_, changed_}(post({{"revision", shown.at("revision")},
                                              {"headers", shown.at("headers")},
                                              {"rows", std::move(rows)}},
                                             {{"table", table}}));
  };
  EXPECT_EQ(save("needs", {{"n1", "theatre", "van_hours", "eight hours"}}).status, 422);
  EXPECT_EQ(save("needs", {{"n1", "theatre", "van_hours", "8"}}).status, 200);
  EXPECT_EQ(save("contributions", {{"c1", "commune", "van_hours", "40"}}).status, 200);
  EXPECT_EQ(save("stakeholders", json::array{}).status, 422) << "the others name them";
}

TEST_F(Endpoints, SeveralTablesAreSavedTogetherOrNotAtAll) {
  auto const grid = [&](const char* table, json::array added) {
    Request show;
    show.query = {{"table", table}};
    json::object shown = object(ShowTable{folder_}(show));
    shown.at("rows").as_array().push_back(std::move(added));
    return json::object{{"revision", shown.at("revision")},
                        {"headers", shown.at("headers")},
                        {"rows", shown.at("rows")}};
  };
  json::object const person = grid("stakeholders", {"atelier", "Atelier", "association"});
  SaveTables const save{folder_, changed_};
  std::string const before = bytes_of("stakeholders.csv");
  json::object const wrong = grid("needs", {"n7", "atelier", "van_hours", "five", "", "", ""});
  EXPECT_EQ(save(post({{"tables", {{"stakeholders", person}, {"needs", wrong}}}})).status, 422);
  EXPECT_EQ(bytes_of("stakeholders.csv"), before);
  json::object const right = grid("needs", {"n7", "atelier", "van_hours", "5", "", "", ""});
  EXPECT_EQ(save(post({{"tables", {{"stakeholders", person}, {"needs", right}}}})).status, 200);
  EXPECT_THAT(bytes_of("stakeholders.csv"), HasSubstr("atelier,Atelier"));
  EXPECT_THAT(bytes_of("needs.csv"), HasSubstr("n7,atelier"));
  EXPECT_EQ(save(post({{"tables", {{"needs", right}}}})).status, 409) << "changed since";
  EXPECT_EQ(save(post({{"tables", {{"cycles", right}}}})).status, 404);
  EXPECT_EQ(save(post({{"tables", 3}})).status, 400);
}

TEST_F(Endpoints, TheAgreementIsSetKeyByKeyBeforeTheFirstCycle) {
  SetAgreement const set{folder_, changed_};
  EXPECT_EQ(set(post({{"facilitator", "Ana \"la brune\""}, {"rounds", 2}})).status, 200);
  EXPECT_THAT(bytes_of("agreement.toml"), HasSubstr("\"Ana \\\"la brune\\\"\""));
  EXPECT_EQ(set(post({{"rounds", "many"}})).status, 422);
  EXPECT_EQ(set(post({{"patience", 4}})).status, 422);
  EXPECT_EQ(step("open", {{"noted_by", "Ana \"la brune\""}}).status, 200);
  EXPECT_EQ(set(post({{"rounds", 3}})).status, 409);
}

TEST_F(Endpoints, OnlyTheFacilitatorLeads) {
  SetAgreement const set{folder_, changed_};
  EXPECT_EQ(set(post({{"facilitator", "Ana"}})).status, 200);
  Response const refused = step("open", {{"noted_by", "Paul"}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, HasSubstr("Ana"));
}

TEST_F(Endpoints, WhatIfChangesNothing) {
  std::string const before = bytes_of("contributions.csv");
  AskWhatIf const ask{folder_, board_};
  Response const moved = ask(post({{"table", "contributions"}, {"id", "c1"}, {"quantity", "30"}}));
  EXPECT_EQ(moved.status, 200);
  EXPECT_THAT(moved.body, HasSubstr("changes"));
  EXPECT_EQ(bytes_of("contributions.csv"), before);
  Response const unknown = ask(post({{"table", "needs"}, {"id", "n99"}, {"quantity", "1"}}));
  EXPECT_EQ(unknown.status, 404);
}

TEST_F(Endpoints, AFolderThatIsGoneIsASentence) {
  fs::rename(folder_, folder_ + "-gone");
  Response const shown = ShowRound{folder_}(Request{});
  EXPECT_GE(shown.status, 400);
  EXPECT_THAT(shown.body, HasSubstr("message"));
  fs::rename(folder_ + "-gone", folder_);
}

// The planner as another process: whatever becomes of it is a sentence, and nothing is changed.
class PlannerProcess : public Endpoints {
 protected:
  // A program in its place.
  ChildLimits script(const std::string& text) const {
    std::string const path = folder_ + "/program.sh";
    std::ofstream(path) << "#!/bin/sh\n" << text << "\n";
    ::chmod(path.c_str(), 0700);
    ChildLimits limits;
    limits.program = path;
    return limits;
  }
  Response propose(const ChildLimits& limits, const std::string& language) {
    for (const char* const kind : {"open", "clarify", "react"}) {
      EXPECT_EQ(step(kind).status, 200);
    }
    PlanBoard board(plan_in_child(limits));
    return TakeStep{folder_, board, changed_}(
        post({{"step", "propose"}}, {{"lang", language}, {"at", "2026-12-01T10:00"}}));
  }
  void expect_told(const Response& response, const std::string& sentence) {
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(response.body, HasSubstr(sentence));
    EXPECT_FALSE(fs::exists(folder_ + "/plan-w1-1.json"));
    EXPECT_THAT(bytes_of("cycles.csv"), ::testing::Not(HasSubstr("propose")));
  }
};

TEST_F(PlannerProcess, MakesTheSamePlan) {
  ChildLimits limits;
  limits.program = tests::program();
  limits.memory = RLIM_INFINITY;  // the sanitizers' shadow is larger than any limit
  ask();
  std::string const here = bytes_of("plan-w1-1.json");
  service::Files files = service::Folder::open(folder_)->read();
  std::vector<std::string> steps;
  auto const there = plan_in_child(limits, [&](const std::string& step, double share) {
    EXPECT_GE(share, 0);
    EXPECT_LE(share, 1);
    steps.push_back(step);
  })({files, std::nullopt, ""});
  ASSERT_TRUE(there);
  EXPECT_EQ(*there, here);
  EXPECT_THAT(steps, ::testing::IsSupersetOf({"link", "fair", "done"}));
}

TEST_F(PlannerProcess, ThatIsKilledIsASentence) {
  expect_told(propose(script("kill -9 $$"), "en"), "stopped by itself (signal 9)");
}

TEST_F(PlannerProcess, ThatTakesTooLongIsStopped) {
  ChildLimits limits = script("exec sleep 60");
  limits.time = std::chrono::seconds(1);
  expect_told(propose(limits, "fr"), "a dépassé 1 s");
}

TEST_F(PlannerProcess, ThatTurnsForEverIsStopped) {
  ChildLimits limits = script("while :; do :; done");
  limits.time = std::chrono::seconds(1);
  EXPECT_EQ(propose(limits, "en").status, 500);
}

TEST_F(PlannerProcess, ThatWritesTooMuchIsStopped) {
  ChildLimits limits = script("exec yes");
  limits.output = 1000;
  expect_told(propose(limits, "en"), "larger than can be taken");
}

TEST_F(PlannerProcess, ThatWantsTooMuchMemoryIsASentence) {
  ChildLimits limits = script("exec head -c 400000000 /dev/zero | tail | cat >&2; exit 3");
  limits.memory = 100'000'000;
  Response const response = propose(limits, "en");
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.body, HasSubstr("memory"));
}

TEST_F(PlannerProcess, ThatCannotBeStartedIsASentence) {
  ChildLimits limits;
  limits.program = folder_ + "/nothing";
  expect_told(propose(limits, "en"), "ended with 127");
}

TEST_F(PlannerProcess, WhoseWordsAreNoPlanIsASentence) {
  Response const response = propose(script("echo '{}'"), "en");
  EXPECT_GE(response.status, 400);
  EXPECT_FALSE(fs::exists(folder_ + "/plan-w1-1.json"));
}

TEST_F(PlannerProcess, SaysItsProgressAmongItsErrors) {
  std::string heard;
  auto const end = run_child(
      {}, {}, script("printf 'a\nprogress 0.5 fair\nb\n' >&2; exit 2"),
      [&](const std::string& step, double share) { heard += step + " " + std::to_string(share); });
  ASSERT_TRUE(end);
  EXPECT_EQ(heard, "fair 0.500000");
  EXPECT_EQ(end->error, "a\nb\n");
}

TEST_F(PlannerProcess, LeavesNothingBehind) {
  ChildLimits const limits = script("pwd; exit 0");
  auto const end = run_child({}, {{"a.csv", "x"}}, limits);
  ASSERT_TRUE(end);
  std::string const place = end->output.substr(0, end->output.size() - 1);
  EXPECT_THAT(place, HasSubstr("bocage-"));
  EXPECT_FALSE(fs::exists(place));
}

}  // namespace
}  // namespace bocage::http
