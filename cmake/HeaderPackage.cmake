# Finds a header-only package of the host, for the host and for wasm alike.
#
#   header_package(<package> <version> <target> <folder of its headers>)
#
# A toolchain hides the host's packages, since a library built for the host is of no use; headers are.
# But the folder they lie in, /usr/include, also holds the host's C library, which must stay hidden:
# under Emscripten the target is pointed to a folder that holds one link.
macro(header_package package version target folder)
  set(_mode "${CMAKE_FIND_ROOT_PATH_MODE_PACKAGE}")
  set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
  find_package(${package} ${version} CONFIG REQUIRED)
  set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE "${_mode}")
  if(EMSCRIPTEN)
    get_target_property(_include ${target} INTERFACE_INCLUDE_DIRECTORIES)
    list(GET _include 0 _include)
    set(_shim "${CMAKE_BINARY_DIR}/host-headers")
    file(MAKE_DIRECTORY "${_shim}")
    file(CREATE_LINK "${_include}/${folder}" "${_shim}/${folder}" SYMBOLIC COPY_ON_ERROR)
    set_target_properties(${target} PROPERTIES
      INTERFACE_INCLUDE_DIRECTORIES "${_shim}"
      INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${_shim}")
  endif()
endmacro()
