#include "http/guard.h"

#include <gtest/gtest.h>

namespace bocage::http {
namespace {

constexpr std::uint16_t kPort = 8080;

Request request(const std::string& path, Method method = Method::kGet) {
  Request request;
  request.method = method;
  request.path = path;
  request.headers["host"] = "127.0.0.1:8080";
  return request;
}

// The cookie of a session that has begun.
std::string entered(Guard& guard) {
  Request enter = request("/enter");
  enter.query["token"] = guard.token();
  Response const response = guard.enter(enter);
  for (auto const& [name, value] : response.headers) {
    if (name == "Set-Cookie") {
      EXPECT_NE(value.find("HttpOnly; SameSite=Strict"), std::string::npos);
      return value.substr(0, value.find(';'));
    }
  }
  return {};
}

TEST(Guard, LetsInWhoeverHasTheAddressOnce) {
  Guard guard(kPort);
  EXPECT_TRUE(guard.refuse(request("/api/plan")));
  std::string const cookie = entered(guard);
  Request with = request("/api/plan");
  with.headers["cookie"] = "other=1; " + cookie;
  EXPECT_FALSE(guard.refuse(with));
  Request again = request("/enter");
  again.query["token"] = guard.token();
  EXPECT_EQ(guard.enter(again).status, 403);
  EXPECT_TRUE(guard.refuse(request("/api/plan")));
}

TEST(Guard, AnswersToItsOwnNameAlone) {
  Guard guard(kPort);
  Request rebound = request("/api/plan");
  rebound.headers["cookie"] = entered(guard);
  rebound.headers["host"] = "evil.example:8080";
  EXPECT_EQ(guard.refuse(rebound)->status, 421);
  rebound.headers["host"] = "127.0.0.1:8081";
  EXPECT_EQ(guard.refuse(rebound)->status, 421);
  rebound.headers["host"] = "localhost:8080";
  EXPECT_FALSE(guard.refuse(rebound));
}

TEST(Guard, HearsNoOtherSite) {
  Guard guard(kPort);
  Request other = request("/api/plan");
  other.headers["cookie"] = entered(guard);
  other.headers["origin"] = "http://evil.example";
  EXPECT_EQ(guard.refuse(other)->status, 403);
  other.headers["origin"] = "null";
  EXPECT_EQ(guard.refuse(other)->status, 403);
  other.headers["origin"] = "http://127.0.0.1:8080";
  EXPECT_FALSE(guard.refuse(other));
}

TEST(Guard, WantsTheSecondWordOfWhateverChangesSomething) {
  Guard guard(kPort);
  Request change = request("/api/steps", Method::kPost);
  change.headers["cookie"] = entered(guard);
  EXPECT_EQ(guard.refuse(change)->status, 403);
  change.headers["x-bocage-csrf"] = std::string(guard.csrf().size(), '0');
  EXPECT_EQ(guard.refuse(change)->status, 403);
  change.headers["x-bocage-csrf"] = guard.csrf();
  EXPECT_FALSE(guard.refuse(change));
}

}  // namespace
}  // namespace bocage::http
