package org.jigyo.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.jigyo.publish.PartBuilding;
import org.jigyo.publish.PartEntry;
import org.jigyo.publish.Source;
import org.jigyo.release.Folders;

/**
 * Builds the part of one city and stores it with its keys. If an attempt failed, the next builds it in a process of its own; if that dies
 * too, that is a finding.
 */
record CityTask(Settings settings) implements Function<String, String> {

    @Override
    public String call(String input) throws Exception {
        BuildStep.Input city = Json.read(input, BuildStep.Input.class);
        Path folder = settings.folder();
        try {
            if (settings.data() != null) {
                for (String name : PartBuilding.registryFiles(city.city())) {
                    settings.data().fetch(name, folder.resolve(name));
                }
            }
            for (Source source : city.sources()) {
                fetch(folder, source);
            }
            String outcome = outcome(folder, input, city.city());
            PartEntry entry = Json.read(outcome, PartBuilding.Outcome.class).entry();
            if (entry != null) {
                store(folder, entry);
            }
            return outcome;
        } finally {
            Folders.delete(folder);
        }
    }

    private void fetch(Path folder, Source source) throws IOException {
        for (String name : PartBuilding.readingFiles(source)) {
            // several sources can be in one file
            if (!Files.exists(folder.resolve(name))) {
                settings.out().fetch(name, folder.resolve(name));
            }
        }
    }

    private String outcome(Path folder, String input, String city) throws Exception {
        if (TaskContext.get().attemptNumber() == 0) {
            return settings.build().getDeclaredConstructor().newInstance().run(folder, input);
        }
        try {
            return OwnProcess.run(settings.build(), folder, input);
        } catch (OwnProcess.Died e) {
            return Json.write(new PartBuilding.Outcome(null, List.of(PartBuilding.failed(city, e))));
        }
    }

    private void store(Path folder, PartEntry entry) throws IOException {
        for (String name : entry.files().keySet()) {
            if (name.startsWith(entry.folder() + "/")) {
                settings.out().keep(folder.resolve(name), name);
            }
        }
        for (String name : PartBuilding.registryFiles(entry.city())) {
            if (entry.files().containsKey(name)) {
                settings.out().put(folder.resolve(name), name);
            }
        }
    }
}
