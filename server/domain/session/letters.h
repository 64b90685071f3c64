// The letters of groups. A group has that of its number, which it keeps. A ballot on paper has the letters A to O: while that is
// enough for what people can vote on, whatever was made later takes one that is free.
#pragma once

#include <string>

#include "domain/session/session.h"

namespace kiemkring::domain {

[[nodiscard]] std::string letter_of(const Session& session, GroupId id);

}  // namespace kiemkring::domain
