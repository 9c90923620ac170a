#pragma once

// libyaml for Swift: its functions and structures are importable as they are.

#include <yaml.h>
