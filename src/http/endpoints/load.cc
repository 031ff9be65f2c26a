#include "http/endpoints/load.h"

namespace bocage::http {

base::Result<Loaded, Response> load(const std::string& folder, const Request& request) {
  Reader const before = reader_of(request, territory::Language::kEnglish);
  auto const opened = service::Folder::open(folder);
  if (!opened) {
    return trouble_answer(service::Trouble::not_opened(opened.failure()), folder, before);
  }
  auto meeting = service::read_meeting(opened->read());
  if (!meeting) {
    return trouble_answer(meeting.failure(), folder, before);
  }
  Reader const reader = reader_of(request, meeting->language());
  return Loaded{std::move(meeting).value(), reader};
}

}  // namespace bocage::http
