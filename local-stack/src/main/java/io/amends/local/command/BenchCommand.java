package io.amends.local.command;

import io.amends.local.bench.StartBench;
import picocli.CommandLine.Command;

/**
 * Measurements. A new one is a command class of its own, in {@code io.amends.local.bench}, and one
 * word in this list.
 */
@Command(
    name = "bench",
    description = "Measures; with --json one line per figure.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {StartBench.class})
public final class BenchCommand {}
