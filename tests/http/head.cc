#include "http/head.h"

#include <gtest/gtest.h>

namespace bocage::http {
namespace {

int status_of(std::string_view head) {
  auto const parsed = parse_head(head);
  return parsed ? 200 : parsed.failure();
}

TEST(Head, IsUnderstood) {
  auto const head = parse_head(
      "POST /api/why?id=n%C3%A9&lang=fr&x=a+b HTTP/1.1\r\nHost: 127.0.0.1:80\r\nContent-Length: "
      "12\r\nExpect: 100-continue\r\n\r\n");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->request.method, Method::kPost);
  EXPECT_EQ(head->request.path, "/api/why");
  EXPECT_EQ(head->request.parameter("id"), "né");
  EXPECT_EQ(head->request.parameter("x"), "a b");
  EXPECT_EQ(head->body_size, 12U);
  EXPECT_TRUE(head->expects_continue);
  EXPECT_TRUE(head->keep_alive);
}

// What a proxy and a server could read in two ways (research: request smuggling).
TEST(Head, WithTwoMeaningsIsRefused) {
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: "
                      "chunked\r\n\r\n"),
            400);
  EXPECT_EQ(
      status_of("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
      400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\nHost: a\n\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
}

TEST(Head, BeyondItsBoundsIsRefused) {
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 411);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8000001\r\n\r\n"), 413);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n"),
            400);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nExpect: magic\r\n\r\n"), 417);
  EXPECT_EQ(
      status_of("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(kLongestHead, 'x') + "\r\n\r\n"),
      431);
}

}  // namespace
}  // namespace bocage::http
