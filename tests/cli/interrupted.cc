#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "base/write_file.h"
#include "places.h"
#include "story/desk.h"

namespace bocage::cli {
namespace {

// Ctrl-C at any moment of writing: the old file or the new one, whole, and nothing beside it.
TEST(Interrupted, LeavesTheOldFileOrTheNewOne) {
  story::Desk const desk;
  std::string const path = desk.path("plan.json");
  desk.write("plan.json", "old");
  std::string bytes;
  bytes.resize(20'000'000, 'x');
  for (int trial = 0; trial < 20; ++trial) {
    pid_t const child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      (void)base::write_file(path, bytes);
      ::_exit(0);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2 * trial));
    ::kill(child, SIGINT);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(desk.files(), std::vector<std::string>{"plan.json"});
    std::string const found = story::read(path);
    EXPECT_TRUE(found == "old" || found == bytes) << found.size();
  }
}

// Projects that no simple reason decides: every one of many overlaps many others.
void write_hard_choice(const story::Desk& desk) {
  constexpr int kProjects = 70;
  constexpr int kMembers = 70;
  std::string stakeholders = "id,name\n";
  std::string projects = "id,name,cost,benefit\n";
  std::string members = "project,stakeholder\n";
  for (int member = 0; member < kMembers; ++member) {
    std::string const number = std::to_string(member);
    stakeholders.append("m").append(number).append(",M").append(number).append("\n");
  }
  int money = 0;
  for (int project = 0; project < kProjects; ++project) {
    int const cost = 1000 + project * 7919 % 997;
    money += cost;
    std::string const id = "p" + std::to_string(project);
    projects.append(id).append(",").append(id).append(",").append(std::to_string(cost));
    projects.append(",").append(std::to_string(cost + project * 104729 % 13)).append("\n");
    for (int place = 0; place < 4; ++place) {
      int const member = (project * 31 + place * (project % 5 + 1)) % kMembers;
      members.append(id).append(",m").append(std::to_string(member)).append("\n");
    }
  }
  desk.write("territory.toml",
             "format = 1\nname = \"Hard\"\nrule = \"need\"\norder = [\"fair\"]\n");
  desk.write("stakeholders.csv", stakeholders);
  desk.write("projects.csv", projects);
  desk.write("project_members.csv", members);
  desk.write("funders.csv", "stakeholder,budget\nm0," + std::to_string(money / 2) + "\n");
}

// Ctrl-C ends a search, and the best so far is told with what nothing can exceed.
TEST(Interrupted, SearchTellsTheBestSoFar) {
  story::Desk const desk;
  write_hard_choice(desk);
  std::string const out = desk.path("choice.json");
  pid_t const child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    std::string const program = tests::program();
    ::execl(program.c_str(), program.c_str(), "choose", desk.path("").c_str(), "-o", out.c_str(),
            "--nodes", "100000000", nullptr);
    ::_exit(127);
  }
  std::this_thread::sleep_for(std::chrono::seconds(1));
  ::kill(child, SIGINT);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(story::bocage({"check", desk.path(""), out}).status, 0);
}

}  // namespace
}  // namespace bocage::cli
