# Two commands are all a newcomer needs: `make demo` and `make test`. Both set everything up by themselves.

export PKG_CONFIG_PATH := $(CURDIR)/.tools/tree-sitter/lib/pkgconfig
BUILD := swift build --explicit-target-dependency-import-check error -Xswiftc -warnings-as-errors
RELEASE := .build/release/secucogen

.PHONY: help demo test build bootstrap package install test-installation format lint verify clean
PREFIX ?= /usr/local

help: ## Shows this list.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

bootstrap: ## Brings Python, tree-sitter and the bundled model into .tools/.
	@Scripts/bootstrap

build: bootstrap ## Builds the command line, optimised.
	$(BUILD) -c release --product secucogen

demo: build ## Measures the bundled model on one sample of each weakness type.
	@Scripts/demo

test: ## Runs every test.
	@Scripts/bootstrap --tests
	@Scripts/test

package: ## Makes the tarball and the wheel in dist/ (a second release build).
	@Scripts/package

install: ## Installs what was built for other machines: make install PREFIX=/usr/local
	@Scripts/package --tree-only
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 .build-static/tree/share/man/man1/* "$(DESTDIR)$(PREFIX)/share/man/man1/"
	rm -rf "$(DESTDIR)$(PREFIX)/share/secucogen"
	cp -r .build-static/tree/share/secucogen "$(DESTDIR)$(PREFIX)/share/"
	install -m 755 .build-static/tree/bin/secucogen "$(DESTDIR)$(PREFIX)/bin/secucogen"

test-installation: ## Installs dist/ on bare Debian systems, as root, and looks at verdicts there.
	@Scripts/test-installation

format: ## Puts the Swift sources into the project's form.
	swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

lint: ## Complains where the sources are not in that form.
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift

verify: build ## Proves every sample of the dataset.
	$(RELEASE) dataset lint
	$(RELEASE) dataset verify

clean: ## Removes what was built; .tools/ stays.
	rm -rf .build .build-static dist
