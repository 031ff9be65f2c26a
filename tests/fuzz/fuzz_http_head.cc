#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "http/head.h"

// Any head is understood or refused; what is understood is UTF-8, has one host and a bounded body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace http = bocage::http;
  auto const head = http::parse_head({reinterpret_cast<const char*>(data), size});
  if (head) {
    bool const good = head->body_size <= http::kLargestBody &&
                      !bocage::base::first_invalid_utf8(head->request.path) &&
                      head->request.path.front() == '/' &&
                      head->request.headers.count("host") == 1 &&
                      head->request.headers.count("transfer-encoding") == 0;
    if (!good) {
      std::abort();
    }
  }
  return 0;
}
