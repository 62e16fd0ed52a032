package io.amends.kit.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Technical settings of a Streams service.
 *
 * @param stateDir where its stores lie
 * @param threads stream threads; at most as many as cores
 * @param standbys copies of each store on other instances; none on one machine
 * @param commitInterval how long a transaction stays open: what an answer waits for
 * @param rocksdbBytes cache and memtables of all stores together
 * @param replaceThreads how many dead stream threads are replaced in ten minutes
 * @param clusterWait how long the cluster and its topics may take to appear
 * @param properties any further setting of Kafka Streams, by Kafka's name
 */
@ConfigurationProperties("amends.streams")
public record StreamsSettings(
    @DefaultValue("state") Path stateDir,
    @DefaultValue("1") int threads,
    @DefaultValue("1") int standbys,
    @DefaultValue("200ms") Duration commitInterval,
    @DefaultValue("64000000") long rocksdbBytes,
    @DefaultValue("5") int replaceThreads,
    @DefaultValue("2m") Duration clusterWait,
    @DefaultValue Map<String, String> properties) {}
