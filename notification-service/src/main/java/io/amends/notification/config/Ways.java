package io.amends.notification.config;

import io.amends.contracts.topics.Topic;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.config.KitSettings;
import io.amends.notification.channel.Carrier;
import io.amends.notification.channel.Channel;
import io.amends.notification.channel.Clearances;
import io.amends.notification.channel.Guarded;
import io.amends.notification.channel.Safeguards;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** Puts channels together: each has a consumer, a thread and a guard of its own. */
record Ways(
    KitSettings kit,
    ConsumerFactory<?, ?> consumers,
    ProducerFactory<byte[], byte[]> producers,
    Clearances clearances,
    HotelClock clock,
    MeterRegistry meters,
    Safeguards safeguards) {

  Channel channel(
      String name, Topic<?> orders, Carrier carrier, Function<Carrier.Parcel, String> destination) {
    Channel.Way way =
        new Channel.Way(
            kit.prefix(),
            name,
            orders.on(kit.prefix()),
            kit.endpoint(),
            consumers.getConfigurationProperties(),
            producers.getConfigurationProperties());
    return new Channel(
        way,
        new Guarded(carrier, name, destination, clock, meters),
        clearances,
        clock,
        meters,
        safeguards);
  }
}
