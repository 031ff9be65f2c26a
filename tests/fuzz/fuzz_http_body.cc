#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "http/endpoints/endpoints.h"
#include "service/acts.h"

namespace {

using namespace bocage;  // NOLINT(google-build-using-namespace)
namespace fs = std::filesystem;

// A folder with a cycle in its first round, made anew where something changed it.
class Place {
 public:
  Place() : path_((fs::temp_directory_path() / "bocage-fuzz-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) {
      std::abort();
    }
    files_ = {{"territory.toml", "format = 1\nname = \"x\"\nrule = \"need\"\n"},
              {"stakeholders.csv", "id,name\na,A\nb,B\n"},
              {"resources.csv", "id,name,unit\nr,R,h\n"},
              {"needs.csv", "id,stakeholder,resource,quantity\nn1,b,r,4\n"},
              {"contributions.csv", "id,stakeholder,resource,quantity\nc1,a,r,3\n"}};
    renew();
    using territory::StepKind;
    for (auto const kind :
         {StepKind::kOpen, StepKind::kClarify, StepKind::kReact, StepKind::kPropose}) {
      territory::Step step;
      step.cycle = "w1";
      step.kind = kind;
      auto const done = service::change_folder(path_, [&](const service::Meeting& meeting) {
        return service::take_step(meeting, step, service::plan_here);
      });
      if (!done) {
        std::abort();
      }
    }
    files_ = service::Folder::open(path_)->read();
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  void renew() const {
    for (auto const& entry : fs::directory_iterator(path_)) {
      fs::remove_all(entry.path());
    }
    for (auto const& [name, bytes] : files_) {
      std::ofstream(path_ + "/" + name, std::ios::binary) << bytes;
    }
  }
  [[nodiscard]] bool is_changed() const { return service::Folder::open(path_)->read() != files_; }
  [[nodiscard]] bool is_readable() const {
    return static_cast<bool>(service::read_meeting(service::Folder::open(path_)->read()));
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  service::Files files_;
};

}  // namespace

// The first byte says which endpoint; the rest is the body. Whatever it is, the answer is one, and
// the folder can still be read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Place place;
  static http::PlanBoard board(service::plan_here);
  static const std::function<void()> kNobodyListens = [] {};
  if (size == 0) {
    return 0;
  }
  http::Request request;
  request.method = http::Method::kPost;
  request.query = {{"name", "needs"}, {"table", "needs"}};
  request.body.assign(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string& path = place.path();
  http::Response response;
  constexpr int kEndpoints = 10;
  switch (data[0] % kEndpoints) {
    case 0:
      response = http::TakeStep{path, board, kNobodyListens}(request);
      break;
    case 1:
      response = http::NotePosition{path, kNobodyListens}(request);
      break;
    case 2:
      response = http::NoteDelivery{path, kNobodyListens}(request);
      break;
    case 3:
      response = http::TakeDecisionStep{path, kNobodyListens}(request);
      break;
    case 4:
      response = http::SetAgreement{path, kNobodyListens}(request);
      break;
    case 5:
      response = http::SaveTable{path, kNobodyListens}(request);
      break;
    case 6:
      response = http::CheckTable{path}(request);
      break;
    case 7:
      response = http::UnderstandPaste{path}(request);
      break;
    case 8:
      response = http::SaveTables{path, kNobodyListens}(request);
      break;
    default:
      response = http::AskWhatIf{path, board}(request);
      break;
  }
  if (response.status < 200 || response.body.empty()) {
    std::abort();
  }
  if (place.is_changed()) {
    if (!place.is_readable()) {
      std::abort();
    }
    place.renew();
  }
  return 0;
}
