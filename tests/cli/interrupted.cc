#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "base/write_file.h"
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

}  // namespace
}  // namespace bocage::cli
