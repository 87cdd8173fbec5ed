<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>nicht auf diesem Computer</translation>
    </message>
    <message numerus="yes">
        <source>%1, version %2: a new result for %n call(s), for the reference changed. The first one stays in the log.</source>
        <translation>
            <numerusform>%1, Version %2: %n Befundung hat ein neues Ergebnis, denn die Referenz ist geändert. Das erste bleibt im Protokoll.</numerusform>
            <numerusform>%1, Version %2: %n Befundungen haben ein neues Ergebnis, denn die Referenz ist geändert. Das erste bleibt im Protokoll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, version %2: a new result for %n call(s) of the group, for the reference changed. The first one stays in the log.</source>
        <translation>
            <numerusform>%1, Version %2: %n Befundung der Gruppe hat ein neues Ergebnis, denn die Referenz ist geändert. Das erste bleibt im Protokoll.</numerusform>
            <numerusform>%1, Version %2: %n Befundungen der Gruppe haben ein neues Ergebnis, denn die Referenz ist geändert. Das erste bleibt im Protokoll.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BenchText</name>
    <message>
        <source>%1, noise %2</source>
        <extracomment>%1 is the slice thickness with its unit, %2 the noise in HU.</extracomment>
        <translation>%1, Rauschen %2</translation>
    </message>
    <message>
        <source>Before: %1.</source>
        <extracomment>%1 are thresholds of earlier sessions, the last with its unit.</extracomment>
        <translation>Zuvor: %1.</translation>
    </message>
    <message>
        <source>Imaging %1. Pathology: no extension.</source>
        <extracomment>%1 is a grade such as G0.</extracomment>
        <translation>Bild %1. Pathologie: keine Ausbreitung.</translation>
    </message>
    <message>
        <source>Imaging %1. Pathology: micro, %2.</source>
        <extracomment>%1 is a grade or several with shares, %2 the depth with its unit.</extracomment>
        <translation>Bild %1. Pathologie: mikro, %2.</translation>
    </message>
    <message>
        <source>Imaging %1. Pathology: macro, %2.</source>
        <translation>Bild %1. Pathologie: makro, %2.</translation>
    </message>
    <message>
        <source>You begin to call extension at %1 (95&#x202f;% interval %2 to %3).</source>
        <translation>Ab %1 beginnen Sie, Ausbreitung zu sehen (95&#x202f;%, Intervall %2 bis %3).</translation>
    </message>
    <message>
        <source>Extension was called in %1 of %2 nodes without.</source>
        <translation>In %1 von %2 Knoten ohne Ausbreitung wurde welche gesehen.</translation>
    </message>
    <message>
        <source>That is often: the threshold says little this time.</source>
        <translation>Das ist oft: Die Schwelle sagt diesmal wenig.</translation>
    </message>
</context>
<context>
    <name>BriefStructures</name>
    <message>
        <source>SCM</source>
        <extracomment>Short for sternocleidomastoid.</extracomment>
        <translation>SCM</translation>
    </message>
    <message>
        <source>IJV</source>
        <extracomment>Short for internal jugular vein.</extracomment>
        <translation>VJI</translation>
    </message>
    <message>
        <source>EJV</source>
        <extracomment>Short for external jugular vein.</extracomment>
        <translation>VJE</translation>
    </message>
    <message>
        <source>CCA</source>
        <extracomment>Short for common carotid artery.</extracomment>
        <translation>ACC</translation>
    </message>
    <message>
        <source>ICA</source>
        <extracomment>Short for internal carotid artery.</extracomment>
        <translation>ACI</translation>
    </message>
    <message>
        <source>ECA</source>
        <extracomment>Short for external carotid artery.</extracomment>
        <translation>ACE</translation>
    </message>
    <message>
        <source>submandibular</source>
        <translation>Submandibularis</translation>
    </message>
    <message>
        <source>parotid</source>
        <translation>Parotis</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message numerus="yes">
        <source>%1 %n day(s) before</source>
        <extracomment>%1 is the kind of biopsy.</extracomment>
        <translation>
            <numerusform>%1 %n Tag zuvor</numerusform>
            <numerusform>%1 %n Tage zuvor</numerusform>
        </translation>
    </message>
    <message>
        <source>node fixed</source>
        <translation>Knoten fixiert</translation>
    </message>
    <message>
        <source>skin involved</source>
        <translation>Haut beteiligt</translation>
    </message>
    <message>
        <source>nerve palsy</source>
        <translation>Nervenlähmung</translation>
    </message>
    <message>
        <source>smooth margin</source>
        <translation>glatter Rand</translation>
    </message>
    <message>
        <source>irregular margin</source>
        <translation>unregelmäßiger Rand</translation>
    </message>
    <message>
        <source>indistinct margin</source>
        <translation>unscharfer Rand</translation>
    </message>
    <message>
        <source>clean fat</source>
        <translation>reizloses Fett</translation>
    </message>
    <message>
        <source>stranded fat</source>
        <translation>streifiges Fett</translation>
    </message>
    <message>
        <source>extension into fat</source>
        <translation>Ausbreitung ins Fett</translation>
    </message>
    <message>
        <source>adjacent structure</source>
        <translation>Nachbarstruktur</translation>
    </message>
    <message>
        <source>no structure touched</source>
        <translation>kein Kontakt zu einer Struktur</translation>
    </message>
    <message>
        <source>touches the %1</source>
        <translation>Kontakt zu %1</translation>
    </message>
    <message>
        <source>invades the %1</source>
        <translation>infiltriert %1</translation>
    </message>
    <message>
        <source>coalescence</source>
        <translation>Konfluenz</translation>
    </message>
    <message>
        <source>necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>cystic change</source>
        <translation>zystischer Umbau</translation>
    </message>
    <message>
        <source>fatty hilum</source>
        <translation>Fetthilus</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>%1 is the grade, %2 the probability.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>ENE at %1</source>
        <translation>ENE %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>The last two words of an enumeration.</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Mark the node with a click inside it.</source>
        <translation>Den Knoten mit einem Klick hinein markieren.</translation>
    </message>
    <message>
        <source>Give the ENE probability.</source>
        <translation>Die ENE-Wahrscheinlichkeit angeben.</translation>
    </message>
    <message>
        <source>Choose the iENE grade.</source>
        <translation>Den iENE-Grad wählen.</translation>
    </message>
    <message>
        <source>The short axis is longer than the long one. Check both.</source>
        <translation>Die Kurzachse ist länger als die Langachse. Beide prüfen.</translation>
    </message>
    <message>
        <source>%1 is no size of a node. Check the unit.</source>
        <extracomment>%1 is a length with its unit.</extracomment>
        <translation>%1 ist keine Knotengröße. Die Einheit prüfen.</translation>
    </message>
    <message>
        <source>m</source>
        <extracomment>One letter: male.</extracomment>
        <translation>m</translation>
    </message>
    <message>
        <source>f</source>
        <extracomment>One letter: female.</extracomment>
        <translation>w</translation>
    </message>
    <message>
        <source>CT %1 after contrast</source>
        <translation>CT %1 nach Kontrastmittel</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n week(s) before</source>
        <extracomment>%1 is the kind of biopsy.</extracomment>
        <translation>
            <numerusform>%1 %n Woche zuvor</numerusform>
            <numerusform>%1 %n Wochen zuvor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallTexts</name>
    <message>
        <source>For the call</source>
        <translation>Für die Befundung</translation>
    </message>
    <message>
        <source>iENE grade</source>
        <translation>iENE-Grad</translation>
    </message>
    <message>
        <source>Margin, left to right</source>
        <translation>Rand, von links nach rechts</translation>
    </message>
    <message>
        <source>Perinodal fat</source>
        <translation>Perinodales Fett</translation>
    </message>
    <message>
        <source>Adjacent structure</source>
        <translation>Nachbarstruktur</translation>
    </message>
    <message>
        <source>Coalescence, necrosis, cystic, fatty hilum</source>
        <translation>Konfluenz, Nekrose, zystisch, Fetthilus</translation>
    </message>
    <message>
        <source>Mark the node at the crosshair</source>
        <translation>Knoten am Fadenkreuz markieren</translation>
    </message>
    <message>
        <source>Commit the node</source>
        <translation>Knoten festlegen</translation>
    </message>
    <message>
        <source>Next open node</source>
        <translation>Nächster offener Knoten</translation>
    </message>
</context>
<context>
    <name>Concept</name>
    <message>
        <source>%1 or %2</source>
        <extracomment>A concept of training: a feature and what resembles it, as in &quot;Margin or necrosis&quot;.</extracomment>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>any site</source>
        <translation>alle Primärtumoren</translation>
    </message>
    <message>
        <source>contact with a muscle</source>
        <translation>Kontakt zu einem Muskel</translation>
    </message>
    <message>
        <source>mere contact</source>
        <translation>bloßer Kontakt</translation>
    </message>
    <message>
        <source>a vessel beside the node</source>
        <translation>Gefäß neben dem Knoten</translation>
    </message>
    <message>
        <source>harmless strands</source>
        <translation>harmlose Streifen</translation>
    </message>
    <message>
        <source>change after a biopsy</source>
        <translation>Veränderung nach Biopsie</translation>
    </message>
    <message>
        <source>nodes side by side</source>
        <translation>Knoten nebeneinander</translation>
    </message>
    <message>
        <source>the blur of thick slices</source>
        <translation>Unschärfe dicker Schichten</translation>
    </message>
    <message>
        <source>a smooth wall</source>
        <translation>glatte Wand</translation>
    </message>
    <message>
        <source>necrosis</source>
        <translation>Nekrose</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 is not there. Check the folder, or choose it again.</source>
        <translation>%1 ist nicht vorhanden. Den Ordner prüfen oder neu wählen.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its access rights and the drive.</source>
        <translation>%1 ist nicht lesbar. Zugriffsrechte und Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose a folder you may write to.</source>
        <translation>%1 ist nicht schreibbar. Einen Ordner mit Schreibrecht wählen.</translation>
    </message>
    <message>
        <source>The drive is full; %1 was not written. Make room and try again.</source>
        <translation>Das Laufwerk ist voll; %1 wurde nicht geschrieben. Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 ends too early. Copy it again from its source.</source>
        <translation>%1 endet zu früh. Erneut von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>The format of %1 is not known. Use DICOM, NRRD, NIfTI or a case pack.</source>
        <translation>%1 hat ein unbekanntes Format. Möglich sind DICOM, NRRD, NIfTI oder ein Fallpaket.</translation>
    </message>
    <message>
        <source>%1 is damaged. Copy it again from its source.</source>
        <translation>%1 ist beschädigt. Erneut von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>%1 was made for a newer version. Update Nodewise to open it.</source>
        <translation>%1 gehört zu einer neueren Version. Zum Öffnen Nodewise aktualisieren.</translation>
    </message>
    <message>
        <source>Stopped at your request. Nothing of %1 was changed.</source>
        <translation>Auf Wunsch angehalten. %1 blieb unverändert.</translation>
    </message>
    <message>
        <source>There is not enough memory for %1. Close other programs or choose a smaller series.</source>
        <translation>Der Arbeitsspeicher reicht nicht für %1. Andere Programme schließen oder eine kleinere Serie wählen.</translation>
    </message>
    <message>
        <source>%1 holds a value that cannot be used. Check the input.</source>
        <translation>%1 enthält einen unbrauchbaren Wert. Die Eingabe prüfen.</translation>
    </message>
    <message>
        <source>%1 is not a DICOM file. Choose the folder that holds the images.</source>
        <translation>%1 ist keine DICOM-Datei. Den Ordner mit den Bildern wählen.</translation>
    </message>
    <message>
        <source>The DICOM dictionary is missing, so %1 cannot be read. Install Nodewise again.</source>
        <translation>Das DICOM-Wörterbuch fehlt, daher ist %1 nicht lesbar. Nodewise neu installieren.</translation>
    </message>
    <message>
        <source>%1 holds no pixel data. Choose the image files of the series.</source>
        <translation>%1 enthält keine Pixeldaten. Die Bilddateien der Serie wählen.</translation>
    </message>
    <message>
        <source>%1 is a DICOM file without an image. Choose a CT or MR series.</source>
        <translation>%1 ist eine DICOM-Datei ohne Bild. Eine CT- oder MR-Serie wählen.</translation>
    </message>
    <message>
        <source>%1 uses a compression that is not supported. Export the series uncompressed.</source>
        <translation>%1 nutzt eine nicht unterstützte Kompression. Die Serie unkomprimiert exportieren.</translation>
    </message>
    <message>
        <source>The image in %1 ends too early. Export the series again.</source>
        <translation>%1: Das Bild endet zu früh. Die Serie erneut exportieren.</translation>
    </message>
    <message>
        <source>The image in %1 is damaged. Export the series again.</source>
        <translation>%1: Das Bild ist beschädigt. Die Serie erneut exportieren.</translation>
    </message>
    <message>
        <source>%1 stores its pixels in a way that is not supported. Choose a grey-scale CT or MR series.</source>
        <translation>%1 speichert die Pixel auf eine nicht unterstützte Weise. Eine CT- oder MR-Serie in Graustufen wählen.</translation>
    </message>
    <message>
        <source>%1 lacks a value that is needed. Export the series again from the archive.</source>
        <translation>%1: Ein nötiger Wert fehlt. Die Serie erneut aus dem Archiv exportieren.</translation>
    </message>
    <message>
        <source>%1 holds a value that makes no sense. Export the series again from the archive.</source>
        <translation>%1 enthält einen unmöglichen Wert. Die Serie erneut aus dem Archiv exportieren.</translation>
    </message>
    <message>
        <source>%1 does not say where its images lie. Choose the original series, not a secondary capture.</source>
        <translation>%1 nennt keine Lage der Bilder. Die Originalserie wählen, keine Sekundäraufnahme.</translation>
    </message>
    <message>
        <source>The images of %1 do not form one volume. Choose a single axial series.</source>
        <translation>%1: Die Bilder ergeben kein Volumen. Eine einzelne axiale Serie wählen.</translation>
    </message>
    <message>
        <source>The slices of %1 are unevenly spaced. Resample on opening, or choose another series.</source>
        <translation>%1: Die Schichtabstände sind ungleich. Beim Öffnen umrechnen lassen oder eine andere Serie wählen.</translation>
    </message>
    <message>
        <source>%1 has too few slices for a volume. Choose the full series.</source>
        <translation>%1 hat zu wenige Schichten für ein Volumen. Die vollständige Serie wählen.</translation>
    </message>
    <message>
        <source>No such series was found in %1. Choose one from the list.</source>
        <translation>%1: Diese Serie wurde nicht gefunden. Eine aus der Liste wählen.</translation>
    </message>
    <message>
        <source>%1 holds several images at one position. Choose a single phase of the series.</source>
        <translation>%1 enthält mehrere Bilder an einer Position. Eine einzelne Phase der Serie wählen.</translation>
    </message>
    <message>
        <source>%1 names files that are not there. Copy the whole medium.</source>
        <translation>%1 nennt Dateien, die fehlen. Das ganze Medium kopieren.</translation>
    </message>
    <message>
        <source>%1 is larger than can be opened. Choose a smaller part of the series.</source>
        <translation>%1 ist zu groß zum Öffnen. Einen kleineren Teil der Serie wählen.</translation>
    </message>
    <message>
        <source>The outline in %1 belongs to another series. Choose the one it was drawn on.</source>
        <translation>%1: Die Kontur gehört zu einer anderen Serie. Die Serie wählen, auf der sie gezeichnet wurde.</translation>
    </message>
    <message>
        <source>The outline in %1 is empty. Draw the node first.</source>
        <translation>%1: Die Kontur ist leer. Zuerst den Knoten zeichnen.</translation>
    </message>
    <message>
        <source>%1 has no outline with this name. Choose one from its list.</source>
        <translation>%1 hat keine Kontur mit diesem Namen. Eine aus der Liste wählen.</translation>
    </message>
    <message>
        <source>The node in %1 is too small for these slices. Use a thinner series.</source>
        <translation>%1: Der Knoten ist zu klein für diese Schichten. Eine dünnere Serie verwenden.</translation>
    </message>
    <message>
        <source>%1 holds voxels that are not numbers. Export the series again.</source>
        <translation>%1 enthält Voxel ohne Zahlenwert. Die Serie erneut exportieren.</translation>
    </message>
    <message>
        <source>This cannot be measured on %1. Use a thinner series or another plane.</source>
        <translation>%1: Dies ist hier nicht messbar. Eine dünnere Serie oder eine andere Ebene verwenden.</translation>
    </message>
    <message>
        <source>The node in %1 is cut off by the edge of the volume. Choose a series that shows it whole.</source>
        <translation>%1: Der Knoten ist am Rand des Volumens abgeschnitten. Eine Serie wählen, die ihn ganz zeigt.</translation>
    </message>
    <message>
        <source>No node was found at this place in %1. Click into the middle of a node.</source>
        <translation>%1: An dieser Stelle wurde kein Knoten gefunden. In die Mitte eines Knotens klicken.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON. Ask its author for a new copy.</source>
        <translation>%1 ist kein gültiges JSON. Bei der Quelle eine neue Kopie anfordern.</translation>
    </message>
    <message>
        <source>%1 does not follow the format. Ask its author to build it again.</source>
        <translation>%1 entspricht nicht dem Format. Bei der Quelle eine neue Fassung anfordern.</translation>
    </message>
    <message>
        <source>%1 holds an entry that is not known. Update Nodewise, or ask its author.</source>
        <translation>%1 enthält einen unbekannten Eintrag. Nodewise aktualisieren oder bei der Quelle nachfragen.</translation>
    </message>
    <message>
        <source>A value in %1 is out of range. Check it against the unit.</source>
        <translation>%1: Ein Wert liegt außerhalb des Bereichs. Die Einheit prüfen.</translation>
    </message>
    <message>
        <source>%1 is damaged and was not opened. Get the pack again from its source.</source>
        <translation>%1 ist beschädigt und wurde nicht geöffnet. Das Paket erneut von der Quelle holen.</translation>
    </message>
    <message>
        <source>%1 would write outside its own folder and was refused. Do not use this pack.</source>
        <translation>%1 würde außerhalb des eigenen Ordners schreiben und wurde abgelehnt. Dieses Paket nicht verwenden.</translation>
    </message>
    <message>
        <source>%1 holds links and was refused. Ask its author for one without links.</source>
        <translation>%1 enthält Verknüpfungen und wurde abgelehnt. Bei der Quelle eine Fassung ohne Verknüpfungen anfordern.</translation>
    </message>
    <message>
        <source>%1 holds two names that differ only in case. Ask its author to rename one.</source>
        <translation>%1 enthält zwei Namen, die sich nur in Groß- und Kleinschreibung unterscheiden. Bei der Quelle eine Umbenennung anfragen.</translation>
    </message>
    <message>
        <source>%1 unpacks to far more than it should and was refused. Do not use this pack.</source>
        <translation>%1 wird beim Entpacken viel zu groß und wurde abgelehnt. Dieses Paket nicht verwenden.</translation>
    </message>
    <message>
        <source>%1 is larger than a pack may be. Ask its author to split it.</source>
        <translation>%1 ist größer als für ein Paket erlaubt. Bei der Quelle geteilte Pakete anfordern.</translation>
    </message>
    <message>
        <source>%1 was changed after it was built and was refused. Get the pack again from its source.</source>
        <translation>%1 wurde nach der Erstellung verändert und abgelehnt. Das Paket erneut von der Quelle holen.</translation>
    </message>
    <message>
        <source>The signature of %1 does not fit and the pack was refused. Get it again from its source.</source>
        <translation>%1: Die Signatur passt nicht, das Paket wurde abgelehnt. Erneut von der Quelle holen.</translation>
    </message>
    <message>
        <source>%1 is not signed. Use it only if you know where it comes from.</source>
        <translation>%1 ist nicht signiert. Nur bei bekannter Herkunft verwenden.</translation>
    </message>
    <message>
        <source>%1 is signed with a key not seen before. Compare the key with its author.</source>
        <translation>%1 ist mit einem neuen Schlüssel signiert. Den Schlüssel mit der Quelle abgleichen.</translation>
    </message>
    <message>
        <source>%1 does not say who may use it. Ask its author to add the rights.</source>
        <translation>%1 nennt keine Nutzungsrechte. Bei der Quelle eine Fassung mit Rechten anfordern.</translation>
    </message>
    <message>
        <source>This case is not in %1. Choose one from Cases.</source>
        <translation>%1: Dieser Fall ist nicht enthalten. Einen aus „Fälle“ wählen.</translation>
    </message>
    <message>
        <source>This node is not in %1. Choose one from the list of nodes.</source>
        <translation>%1: Dieser Knoten ist nicht enthalten. Einen aus der Knotenliste wählen.</translation>
    </message>
    <message>
        <source>The reference of %1 opens after your call. Commit the node first.</source>
        <translation>%1: Die Referenz öffnet sich nach der Befundung. Zuerst den Knoten festlegen.</translation>
    </message>
    <message>
        <source>The reference in %1 contradicts itself. Report the case to its author.</source>
        <translation>%1: Die Referenz widerspricht sich. Den Fall an die Quelle melden.</translation>
    </message>
    <message>
        <source>%1 asks for a TNM edition that is not covered. Choose TNM8 or TNM9.</source>
        <translation>%1 verlangt eine nicht enthaltene TNM-Ausgabe. TNM8 oder TNM9 wählen.</translation>
    </message>
    <message>
        <source>There is no N rule for the site of %1. The category is left out.</source>
        <translation>%1: Für diesen Primärtumor gibt es keine N-Regel. Die Kategorie entfällt.</translation>
    </message>
    <message>
        <source>This step does not come next in %1. Go back to the node and finish its call.</source>
        <translation>%1: Dieser Schritt ist noch nicht an der Reihe. Zurück zum Knoten und seine Befundung abschließen.</translation>
    </message>
    <message>
        <source>The call on %1 is committed and stays as it is. Open its feedback instead.</source>
        <translation>%1: Die Befundung ist festgelegt und bleibt bestehen. Stattdessen die Rückmeldung öffnen.</translation>
    </message>
    <message>
        <source>The progress file %1 comes from a newer version and was left untouched. Update Nodewise.</source>
        <translation>Die Fortschrittsdatei %1 stammt von einer neueren Version und blieb unberührt. Nodewise aktualisieren.</translation>
    </message>
    <message>
        <source>The progress file %1 is in use. Close the other window and try again.</source>
        <translation>Die Fortschrittsdatei %1 ist in Benutzung. Das andere Fenster schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>This profile is not in %1. Choose another one in Settings.</source>
        <translation>%1: Dieses Profil ist nicht enthalten. In den Optionen ein anderes wählen.</translation>
    </message>
    <message>
        <source>Something went wrong with %1 that should not happen. Send the log file with what you did.</source>
        <translation>%1: Etwas Unvorhergesehenes ist passiert. Die Protokolldatei mit einer Beschreibung der Schritte senden.</translation>
    </message>
    <message>
        <source>This file could not be used</source>
        <translation>Diese Datei war nicht verwendbar</translation>
    </message>
    <message>
        <source>This series could not be opened</source>
        <translation>Diese Serie ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>This could not be measured</source>
        <translation>Dies war nicht messbar</translation>
    </message>
    <message>
        <source>This case pack could not be used</source>
        <translation>Dieses Fallpaket war nicht verwendbar</translation>
    </message>
    <message>
        <source>This step was not taken</source>
        <translation>Dieser Schritt wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>Nodewise could not go on here</source>
        <translation>Nodewise kam hier nicht weiter</translation>
    </message>
    <message>
        <source>this file</source>
        <translation>diese Datei</translation>
    </message>
    <message>
        <source>%1 Place: %2.</source>
        <extracomment>%1 is a sentence, %2 a DICOM tag, a JSON pointer or a line.</extracomment>
        <translation>%1 Stelle: %2.</translation>
    </message>
    <message>
        <source>The progress file %1 is damaged. Put back its last copy, which lies in the folder backups beside it.</source>
        <translation>Die Fortschrittsdatei %1 ist beschädigt. Die letzte Kopie zurückholen; sie liegt daneben im Ordner backups.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Calls as a table (CSV)</source>
        <translation>Befundungen als Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Scores as a table (CSV)</source>
        <translation>Wertungen als Tabelle (CSV)</translation>
    </message>
    <message>
        <source>The whole log (JSON lines)</source>
        <translation>Das ganze Protokoll (JSON-Zeilen)</translation>
    </message>
    <message>
        <source>Statements for a learning record store (xAPI)</source>
        <translation>Aussagen für ein Lernarchiv (xAPI)</translation>
    </message>
    <message>
        <source>Reader study for iMRMC</source>
        <translation>Leserstudie für iMRMC</translation>
    </message>
    <message>
        <source>Reader study for RJafroc</source>
        <translation>Leserstudie für RJafroc</translation>
    </message>
    <message>
        <source>Answer file for your director</source>
        <translation>Antwortdatei für die Leitung</translation>
    </message>
</context>
<context>
    <name>FeedbackOverlays</name>
    <message>
        <source>you</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Capsule</source>
        <translation>Kapsel</translation>
    </message>
    <message>
        <source>Margin width</source>
        <translation>Randbreite</translation>
    </message>
    <message>
        <source>Stranded fat</source>
        <translation>Streifiges Fett</translation>
    </message>
    <message>
        <source>Lost plane</source>
        <translation>Lamelle fehlt</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Beyond the capsule</source>
        <translation>Jenseits der Kapsel</translation>
    </message>
    <message>
        <source>Beyond</source>
        <translation>Jenseits</translation>
    </message>
    <message>
        <source>Necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>Your mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Margin width, mm</source>
        <translation>Randbreite, mm</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Fat</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Lamelle</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Angabe</translation>
    </message>
</context>
<context>
    <name>FeedbackText</name>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>The reference outline lies in %1.</source>
        <translation>Lage der Referenzkontur: %1.</translation>
    </message>
    <message>
        <source>The node lies on the other side: %1.</source>
        <translation>Der Knoten liegt auf der anderen Seite: %1.</translation>
    </message>
    <message>
        <source>Same level, another part of it: %1.</source>
        <translation>Gleiches Level, anderer Teil: %1.</translation>
    </message>
    <message>
        <source>The reference places the node in %1.</source>
        <translation>Lage des Knotens nach der Referenz: %1.</translation>
    </message>
    <message>
        <source>short %1</source>
        <translation>kurz %1</translation>
    </message>
    <message>
        <source>long %1</source>
        <translation>lang %1</translation>
    </message>
    <message>
        <source>No size was given.</source>
        <translation>Keine Größe angegeben.</translation>
    </message>
    <message>
        <source>%1; up to ±%2 counts as the same.</source>
        <extracomment>%1 lists differences, %2 is a length.</extracomment>
        <translation>%1; bis ±%2 gilt als gleich.</translation>
    </message>
    <message>
        <source>%1 of %2 agree.</source>
        <translation>%1 von %2 stimmen überein.</translation>
    </message>
    <message numerus="yes">
        <source>%n given</source>
        <translation>
            <numerusform>%n angegeben</numerusform>
            <numerusform>%n angegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 of the panel saw %2.</source>
        <extracomment>%1 a share of readers, %2 a grade.</extracomment>
        <translation>%1 des Panels sahen %2.</translation>
    </message>
    <message>
        <source>%1 by one author; a draft, not scored.</source>
        <translation>%1 von einer Person; Entwurf, nicht gewertet.</translation>
    </message>
    <message>
        <source>At the border: %1 for %2.</source>
        <translation>Grenzfall: %1 für %2.</translation>
    </message>
    <message>
        <source>%1 by construction.</source>
        <translation>%1 per Konstruktion.</translation>
    </message>
    <message>
        <source>Reference %1.</source>
        <translation>Referenz %1.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>grade, probability</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Brier %1: the certainty was off.</source>
        <translation>Brier %1: Die Sicherheit passte nicht.</translation>
    </message>
    <message>
        <source>Brier %1: the ENE itself you saw.</source>
        <translation>Brier %1: Die ENE selbst ist erkannt.</translation>
    </message>
    <message>
        <source>Brier %1.</source>
        <translation>Brier %1.</translation>
    </message>
    <message>
        <source>Not compared: your mark lies in no reference node.</source>
        <translation>Nicht verglichen: Die Markierung liegt in keinem Referenzknoten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the edition, %2 the rule that fired.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>If confirmed, this enters the multidisciplinary discussion about primary surgery.</source>
        <translation>Falls bestätigt, geht dies in die interdisziplinäre Besprechung über eine primäre Operation ein.</translation>
    </message>
    <message>
        <source>If confirmed, this enters the multidisciplinary discussion about resectability.</source>
        <translation>Falls bestätigt, geht dies in die interdisziplinäre Besprechung über die Resektabilität ein.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Fat plane lost over %1.</source>
        <translation>Fettlamelle über %1 aufgehoben.</translation>
    </message>
    <message>
        <source>Under the microscope this node would show: %1.</source>
        <translation>Unter dem Mikroskop zu erwarten: %1.</translation>
    </message>
    <message>
        <source>Pathology: %1.</source>
        <translation>Pathologie: %1.</translation>
    </message>
    <message>
        <source>It cannot be seen on this CT.</source>
        <translation>In dieser CT ist das nicht zu sehen.</translation>
    </message>
    <message>
        <source>You said %1, Brier %2.</source>
        <translation>Angegeben %1, Brier %2.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 is a category such as N2b, %2 an edition such as TNM8.</extracomment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Your calls give the same category.</source>
        <translation>Ihre Befunde ergeben dieselbe Kategorie.</translation>
    </message>
    <message>
        <source>Your calls would have given %1.</source>
        <extracomment>%1 is &quot;N2b in TNM8&quot;, or two of them with a comma.</extracomment>
        <translation>Ihre Befunde hätten %1 ergeben.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>indistinct margin</source>
        <translation>unscharfer Rand</translation>
    </message>
    <message>
        <source>stranded fat</source>
        <translation>streifiges Fett</translation>
    </message>
    <message>
        <source>extension into fat</source>
        <translation>Ausbreitung ins Fett</translation>
    </message>
    <message>
        <source>coalescence</source>
        <translation>Konfluenz</translation>
    </message>
    <message>
        <source>invasion of a structure</source>
        <translation>Infiltration einer Struktur</translation>
    </message>
    <message>
        <source>contact with a structure</source>
        <translation>Kontakt zu einer Struktur</translation>
    </message>
    <message>
        <source>necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>cystic change</source>
        <translation>zystischer Umbau</translation>
    </message>
    <message>
        <source>fatty hilum</source>
        <translation>Fetthilus</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>depth of extension</source>
        <translation>Tiefe der Ausbreitung</translation>
    </message>
    <message>
        <source>number of nodes</source>
        <translation>Zahl der Knoten</translation>
    </message>
    <message>
        <source>number of structures</source>
        <translation>Zahl der Strukturen</translation>
    </message>
    <message>
        <source>irregular margin</source>
        <translation>unregelmäßiger Rand</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>Form</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>too few voxels across</source>
        <translation>zu wenige Voxel im Querschnitt</translation>
    </message>
    <message>
        <source>cut by the edge of the volume</source>
        <translation>am Rand des Volumens abgeschnitten</translation>
    </message>
    <message>
        <source>the mask is in several pieces</source>
        <translation>die Maske besteht aus mehreren Stücken</translation>
    </message>
    <message>
        <source>too little clean fat to compare with</source>
        <translation>zu wenig unauffälliges Fett zum Vergleich</translation>
    </message>
    <message>
        <source>no fat round the node</source>
        <translation>kein Fett um den Knoten</translation>
    </message>
    <message>
        <source>no outline of a structure</source>
        <translation>keine Kontur einer Struktur</translation>
    </message>
    <message>
        <source>no second node nearby</source>
        <translation>kein zweiter Knoten in der Nähe</translation>
    </message>
    <message>
        <source>no edge was found</source>
        <translation>keine Kante gefunden</translation>
    </message>
    <message>
        <source>the image is not in HU</source>
        <translation>das Bild ist nicht in HU</translation>
    </message>
    <message>
        <source>not measured in this version</source>
        <translation>in dieser Version nicht gemessen</translation>
    </message>
    <message>
        <source>Slices are thicker than 3&#x202f;mm.</source>
        <translation>Die Schichten sind dicker als 3&#x202f;mm.</translation>
    </message>
    <message>
        <source>The short axis is under four voxels.</source>
        <translation>Die Kurzachse misst weniger als vier Voxel.</translation>
    </message>
    <message>
        <source>The image is noisy.</source>
        <translation>Das Bild ist verrauscht.</translation>
    </message>
    <message>
        <source>The node is cut by the edge of the volume.</source>
        <translation>Der Knoten ist am Rand des Volumens abgeschnitten.</translation>
    </message>
    <message>
        <source>Muscles and vessels are not outlined; the fat shell may hold some.</source>
        <translation>Muskeln und Gefäße sind nicht konturiert; der Fettmantel kann davon enthalten.</translation>
    </message>
    <message>
        <source>Muscle is taken as 60&#x202f;HU.</source>
        <translation>Für Muskel gelten 60&#x202f;HU.</translation>
    </message>
    <message>
        <source>The outline is in several pieces.</source>
        <translation>Die Kontur besteht aus mehreren Teilen.</translation>
    </message>
    <message>
        <source>fewer than two voxels where it would lie</source>
        <translation>weniger als zwei Voxel an der Stelle</translation>
    </message>
    <message>
        <source>no skin or airway to learn the scanner&apos;s blur from</source>
        <translation>weder Haut noch Luftweg, um die Unschärfe des Scanners zu bestimmen</translation>
    </message>
    <message>
        <source>the opposite side is not in the picture</source>
        <translation>die Gegenseite ist nicht im Bild</translation>
    </message>
    <message>
        <source>the node does not touch it</source>
        <translation>der Knoten berührt sie nicht</translation>
    </message>
    <message>
        <source>too little of the structure away from the node</source>
        <translation>zu wenig von der Struktur abseits des Knotens</translation>
    </message>
    <message>
        <source>the structure has no name</source>
        <translation>die Struktur hat keinen Namen</translation>
    </message>
    <message>
        <source>No vessel is opacified.</source>
        <translation>Kein Gefäß ist kontrastiert.</translation>
    </message>
    <message>
        <source>The contrast phase could not be told.</source>
        <translation>Die Kontrastphase ließ sich nicht bestimmen.</translation>
    </message>
    <message>
        <source>Streaks cross the slices of the node.</source>
        <translation>Streifen ziehen durch die Schichten des Knotens.</translation>
    </message>
    <message>
        <source>The image is not in HU.</source>
        <translation>Das Bild ist nicht in HU.</translation>
    </message>
    <message>
        <source>Air or fat does not have the HU it should have.</source>
        <translation>Luft oder Fett haben nicht die HU, die sie haben sollten.</translation>
    </message>
    <message>
        <source>There is hardly any fat round the node.</source>
        <translation>Um den Knoten ist kaum Fett.</translation>
    </message>
    <message>
        <source>The scanner&apos;s blur is not known; it was not taken out.</source>
        <translation>Die Unschärfe des Scanners ist nicht bekannt; sie wurde nicht herausgerechnet.</translation>
    </message>
    <message>
        <source>The opposite side is not in the picture; fat further out is the reference.</source>
        <translation>Die Gegenseite ist nicht im Bild; Vergleich ist Fett weiter außen.</translation>
    </message>
</context>
<context>
    <name>GradeWords</name>
    <message>
        <source>none</source>
        <extracomment>Second line of the grade segment, at most ten letters.</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>fat</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>coalescent</source>
        <translation>konfluiert</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>Struktur</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>the short axis</source>
        <translation>Kurzachse</translation>
    </message>
    <message>
        <source>the long axis</source>
        <translation>Langachse</translation>
    </message>
    <message>
        <source>the side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>the level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>the probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>the grade</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>the N category</source>
        <translation>N-Kategorie</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Margin width</source>
        <translation>Randbreite</translation>
    </message>
    <message>
        <source>Fat shell</source>
        <translation>Fettmantel</translation>
    </message>
    <message>
        <source>Necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>Coalescence</source>
        <translation>Konfluenz</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>No mark of yours lies in this node.</source>
        <translation>Keine Markierung liegt in diesem Knoten.</translation>
    </message>
    <message>
        <source>Your mark lies %1 from the centre, inside the node.</source>
        <translation>Die Markierung liegt %1 neben der Mitte, im Knoten.</translation>
    </message>
    <message>
        <source>Your mark lies %1 from the centre, outside the outline.</source>
        <translation>Die Markierung liegt %1 neben der Mitte, außerhalb der Kontur.</translation>
    </message>
    <message>
        <source>One mark lies in no reference node.</source>
        <translation>Eine Markierung liegt in keinem Referenzknoten.</translation>
    </message>
    <message>
        <source>Not given: %1.</source>
        <extracomment>%1 is a part of the call.</extracomment>
        <translation>Nicht angegeben: %1.</translation>
    </message>
    <message>
        <source>Short axis %1.</source>
        <translation>Kurzachse %1.</translation>
    </message>
    <message>
        <source>Long axis %1.</source>
        <translation>Langachse %1.</translation>
    </message>
    <message>
        <source>Your grade lies within the spread of the reference.</source>
        <translation>Der Grad liegt in der Streuung der Referenz.</translation>
    </message>
    <message>
        <source>You said %1; the reference stands at %2.</source>
        <translation>Angegeben %1; die Referenz liegt bei %2.</translation>
    </message>
    <message>
        <source>%1 of %2 agree.</source>
        <translation>%1 von %2 stimmen überein.</translation>
    </message>
    <message>
        <source>%1 called %2; the reference is %3.</source>
        <extracomment>%1 is a feature, %2 what was called, %3 the reference.</extracomment>
        <translation>%1: angegeben „%2“, Referenz „%3“.</translation>
    </message>
    <message>
        <source>%1 was given as a reason. HNCIG does not count it.</source>
        <extracomment>%1 is a feature.</extracomment>
        <translation>Als Grund angegeben: %1. HNCIG zählt das nicht.</translation>
    </message>
    <message>
        <source>Sources differ here; no mark is lost.</source>
        <translation>Die Quellen sind sich hier nicht einig; das kostet nichts.</translation>
    </message>
    <message>
        <source>It follows from your own nodes; only the nodes differ.</source>
        <translation>Folgt aus den eigenen Knoten; nur die Knoten weichen ab.</translation>
    </message>
    <message>
        <source>Image quality agrees.</source>
        <translation>Die Bildqualität stimmt überein.</translation>
    </message>
    <message>
        <source>Image quality differs from the reference.</source>
        <translation>Die Bildqualität weicht von der Referenz ab.</translation>
    </message>
    <message>
        <source>Fat plane to the %1 is lost over %2.</source>
        <extracomment>%1 is a structure, %2 a length.</extracomment>
        <translation>Fettlamelle zu %1 über %2 aufgehoben.</translation>
    </message>
    <message>
        <source>Fat remains towards the %1.</source>
        <translation>Fettlamelle zu %1 erhalten.</translation>
    </message>
    <message>
        <source>Fat shell %1, fat further out %2.</source>
        <translation>Fettmantel %1, Fett weiter außen %2.</translation>
    </message>
    <message>
        <source>Fat shell %1.</source>
        <translation>Fettmantel %1.</translation>
    </message>
    <message>
        <source>Measured %1, %2.</source>
        <translation>Gemessen %1, %2.</translation>
    </message>
    <message>
        <source>%1 of the margin is indistinct.</source>
        <translation>%1 des Randes unscharf.</translation>
    </message>
    <message>
        <source>The plane to the next node is lost over %1.</source>
        <translation>Die Lamelle zum nächsten Knoten ist zu %1 aufgehoben.</translation>
    </message>
    <message>
        <source>%1 of the node is of low density.</source>
        <translation>%1 des Knotens von niedriger Dichte.</translation>
    </message>
    <message>
        <source>%1 was not measured: %2.</source>
        <extracomment>%1 is a measurement, %2 why it is missing.</extracomment>
        <translation>%1 nicht gemessen: %2.</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>small</source>
        <extracomment>Translate as &quot;capital&quot; where nouns begin with a capital inside a sentence, else as &quot;small&quot;.</extracomment>
        <translation>capital</translation>
    </message>
    <message>
        <source>The outline leaves its ellipsoid by %1.</source>
        <translation>Der Umriss weicht um %1 von seinem Ellipsoid ab.</translation>
    </message>
    <message>
        <source>Tissue lies up to %1 beyond the fitted capsule, over %2.</source>
        <translation>Gewebe liegt bis zu %1 jenseits der angepassten Kapsel, über %2.</translation>
    </message>
</context>
<context>
    <name>KeyMapTexts</name>
    <message>
        <source>Axial large</source>
        <translation>Axial groß</translation>
    </message>
    <message>
        <source>Coronal large</source>
        <translation>Koronar groß</translation>
    </message>
    <message>
        <source>Sagittal large</source>
        <translation>Sagittal groß</translation>
    </message>
    <message>
        <source>Thinner slab</source>
        <translation>Dünneres Schichtpaket</translation>
    </message>
    <message>
        <source>Thicker slab</source>
        <translation>Dickeres Schichtpaket</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Reset the views</source>
        <translation>Ansichten zurücksetzen</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Short and long axis</source>
        <translation>Kurz- und Langachse</translation>
    </message>
    <message>
        <source>Turn by 90°</source>
        <translation>Um 90° drehen</translation>
    </message>
    <message>
        <source>Magnifying glass while held</source>
        <translation>Lupe, solange gehalten</translation>
    </message>
    <message>
        <source>Star as key image</source>
        <translation>Als Schlüsselbild merken</translation>
    </message>
    <message>
        <source>Shift + %1</source>
        <translation>Umschalt + %1</translation>
    </message>
    <message>
        <source>Window %1</source>
        <extracomment>%1 is the number of a window, %2 its name: &quot;Window 2, neck&quot;.</extracomment>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>Window %1, %2</source>
        <translation>Fenster %1, %2</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>One view alone, and back</source>
        <translation>Eine Ansicht allein, und zurück</translation>
    </message>
    <message>
        <source>Next layout</source>
        <translation>Nächste Anordnung</translation>
    </message>
    <message>
        <source>Lines of the other planes</source>
        <translation>Linien der anderen Ebenen</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Weiter weg</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Turn the crosshair left</source>
        <translation>Fadenkreuz links drehen</translation>
    </message>
    <message>
        <source>Turn the crosshair right</source>
        <translation>Fadenkreuz rechts drehen</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>Slice before</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>Zehn Schichten vor</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>Zehn Schichten zurück</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Erste Schicht</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>Play through the slices</source>
        <translation>Schichten abspielen</translation>
    </message>
    <message>
        <source>Crosshair to the left</source>
        <translation>Fadenkreuz nach links</translation>
    </message>
    <message>
        <source>Crosshair to the right</source>
        <translation>Fadenkreuz nach rechts</translation>
    </message>
    <message>
        <source>Crosshair up</source>
        <translation>Fadenkreuz nach oben</translation>
    </message>
    <message>
        <source>Crosshair down</source>
        <translation>Fadenkreuz nach unten</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Mean in an ellipse</source>
        <translation>Mittelwert in einer Ellipse</translation>
    </message>
    <message>
        <source>Mean in a polygon</source>
        <translation>Mittelwert im Polygon</translation>
    </message>
    <message>
        <source>Value at a point</source>
        <translation>Wert an einem Punkt</translation>
    </message>
    <message>
        <source>Move and turn the crosshair</source>
        <translation>Fadenkreuz bewegen und drehen</translation>
    </message>
    <message>
        <source>Window from a region</source>
        <translation>Fenster aus einem Bereich</translation>
    </message>
    <message>
        <source>Mark the node at the crosshair</source>
        <translation>Knoten am Fadenkreuz markieren</translation>
    </message>
    <message>
        <source>Remove the last measurement</source>
        <translation>Letzte Messung entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Ctrl + %1</source>
        <translation>Strg + %1</translation>
    </message>
    <message>
        <source>ENE probability − 5</source>
        <translation>ENE-Wahrscheinlichkeit − 5</translation>
    </message>
    <message>
        <source>ENE probability + 5</source>
        <translation>ENE-Wahrscheinlichkeit + 5</translation>
    </message>
    <message>
        <source>ENE probability − 1</source>
        <translation>ENE-Wahrscheinlichkeit − 1</translation>
    </message>
    <message>
        <source>ENE probability + 1</source>
        <translation>ENE-Wahrscheinlichkeit + 1</translation>
    </message>
    <message>
        <source>Commit the call</source>
        <translation>Befund festlegen</translation>
    </message>
    <message>
        <source>Next open node</source>
        <translation>Nächster offener Knoten</translation>
    </message>
    <message>
        <source>Outline a node by a click</source>
        <translation>Knoten mit einem Klick konturieren</translation>
    </message>
    <message>
        <source>Brush; with Shift it takes away</source>
        <translation>Pinsel; mit Umschalt nimmt er weg</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A question of the call and one of its answers.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>iENE grade %1</source>
        <translation>iENE-Grad %1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>MarkShape</name>
    <message>
        <source>agrees</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>close</source>
        <extracomment>The answer is near the reference, not the same.</extracomment>
        <translation>nah</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
</context>
<context>
    <name>MeasureOverlays</name>
    <message>
        <source>long %1</source>
        <translation>lang %1</translation>
    </message>
    <message>
        <source>short %1</source>
        <translation>kurz %1</translation>
    </message>
    <message>
        <source>Margin width, mm</source>
        <translation>Randbreite, mm</translation>
    </message>
</context>
<context>
    <name>MeasureReport</name>
    <message>
        <source>No call of the reader yet; the core&apos;s answer follows it.</source>
        <translation>Noch keine eigene Befundung; die Antwort des Kerns folgt ihr.</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befundende Person</translation>
    </message>
    <message>
        <source>%1, ENE on imaging %2</source>
        <translation>%1, ENE im Bild %2</translation>
    </message>
    <message>
        <source>HNCIG grade, measured</source>
        <translation>HNCIG-Grad, gemessen</translation>
    </message>
    <message>
        <source>%1, %2; ENE on imaging %3</source>
        <translation>%1, %2; ENE im Bild %3</translation>
    </message>
    <message>
        <source>P(pENE), from the literature</source>
        <translation>P(pENE), aus der Literatur</translation>
    </message>
    <message>
        <source>%1, interval %2</source>
        <translation>%1, Intervall %2</translation>
    </message>
    <message>
        <source>not given: %1</source>
        <translation>nicht angegeben: %1</translation>
    </message>
    <message>
        <source>Outline %1</source>
        <translation>Kontur %1</translation>
    </message>
    <message>
        <source>To exclude first</source>
        <translation>Zuerst auszuschließen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>Nodes measured on CT</source>
        <translation>Im CT gemessene Knoten</translation>
    </message>
    <message>
        <source>%1 (supports only): %2</source>
        <translation>%1 (stützt nur): %2</translation>
    </message>
</context>
<context>
    <name>MeasureText</name>
    <message>
        <source>Short axis</source>
        <translation>Kurzachse</translation>
    </message>
    <message>
        <source>Full width at right angles to the long axis, axial.</source>
        <translation>Volle Breite im rechten Winkel zur Langachse, axial.</translation>
    </message>
    <message>
        <source>Long axis</source>
        <translation>Langachse</translation>
    </message>
    <message>
        <source>Longest line in any axial plane.</source>
        <translation>Längste Linie in einer axialen Ebene.</translation>
    </message>
    <message>
        <source>Greatest, 3‑D</source>
        <translation>Größte Länge, 3‑D</translation>
    </message>
    <message>
        <source>Longest line in space.</source>
        <translation>Längste Linie im Raum.</translation>
    </message>
    <message>
        <source>Craniocaudal</source>
        <translation>Kraniokaudal</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Sphericity</source>
        <translation>Sphärizität</translation>
    </message>
    <message>
        <source>1 is a ball; corrected for the size of the voxels.</source>
        <translation>1 ist eine Kugel; um die Voxelgröße korrigiert.</translation>
    </message>
    <message>
        <source>Margin width, median</source>
        <translation>Randbreite, Median</translation>
    </message>
    <message>
        <source>10 to 90&#x202f;% of the step along the normals of the surface.</source>
        <translation>10 bis 90&#x202f;% der Stufe entlang der Oberflächennormalen.</translation>
    </message>
    <message>
        <source>Indistinct margin</source>
        <translation>Unscharfer Rand</translation>
    </message>
    <message>
        <source>wider than %1</source>
        <translation>breiter als %1</translation>
    </message>
    <message>
        <source>Share of the surface without a sharp edge.</source>
        <translation>Anteil der Oberfläche ohne scharfe Kante.</translation>
    </message>
    <message>
        <source>Fat shell, 1–5&#x202f;mm</source>
        <translation>Fettmantel, 1–5&#x202f;mm</translation>
    </message>
    <message>
        <source>Mean of the fat 1 to 5&#x202f;mm from the node.</source>
        <translation>Mittelwert des Fetts 1 bis 5&#x202f;mm um den Knoten.</translation>
    </message>
    <message>
        <source>Fat, other side</source>
        <translation>Fett, Gegenseite</translation>
    </message>
    <message>
        <source>Fat, further out</source>
        <translation>Fett, weiter außen</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contact, soft tissue</source>
        <extracomment>%1 is a structure.</extracomment>
        <translation>Kontakt, Weichteile</translation>
    </message>
    <message>
        <source>Contact, %1</source>
        <translation>Kontakt, %1</translation>
    </message>
    <message>
        <source>fat line lost over %1</source>
        <translation>Fettlinie über %1 aufgehoben</translation>
    </message>
    <message>
        <source>Contact alone is no invasion.</source>
        <translation>Kontakt allein ist keine Infiltration.</translation>
    </message>
    <message>
        <source>Carotid arc</source>
        <translation>Bogen an der Karotis</translation>
    </message>
    <message>
        <source>Low density inside</source>
        <translation>Hypodens im Innern</translation>
    </message>
    <message>
        <source>like a cyst</source>
        <translation>wie eine Zyste</translation>
    </message>
    <message>
        <source>More than 20&#x202f;HU below muscle; recorded, never graded.</source>
        <translation>Mehr als 20&#x202f;HU unter Muskel; erfasst, nie gradiert.</translation>
    </message>
    <message>
        <source>Fat plane to %1</source>
        <extracomment>%1 is the name of a node, &quot;node B&quot;.</extracomment>
        <translation>Fettlamelle zu %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 aufgehoben</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>Abstand %1</translation>
    </message>
    <message>
        <source>A fifth of the border shows no edge: look at the contact.</source>
        <translation>Ein Fünftel der Grenze zeigt keine Kante: den Kontakt ansehen.</translation>
    </message>
    <message>
        <source>A part may be muscle or gland.</source>
        <translation>Ein Teil kann Muskel oder Drüse sein.</translation>
    </message>
    <message>
        <source>Two or more nodes without a plane between them.</source>
        <translation>Zwei oder mehr Knoten ohne Lamelle dazwischen.</translation>
    </message>
    <message>
        <source>The node goes on beyond the pictures.</source>
        <translation>Der Knoten reicht über die Bilder hinaus.</translation>
    </message>
    <message>
        <source>Fewer than four slices cross the node.</source>
        <translation>Weniger als vier Schichten schneiden den Knoten.</translation>
    </message>
    <message>
        <source>One slice only: an area, no volume.</source>
        <translation>Nur eine Schicht: eine Fläche, kein Volumen.</translation>
    </message>
    <message>
        <source>from one click</source>
        <translation>aus einem Klick</translation>
    </message>
    <message>
        <source>corrected by you</source>
        <translation>von Hand korrigiert</translation>
    </message>
    <message>
        <source>drawn by you</source>
        <translation>von Hand gezeichnet</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>aus einer Datei</translation>
    </message>
    <message numerus="yes">
        <source>Biopsy %n day(s) before: strands may follow the needle.</source>
        <translation>
            <numerusform>Biopsie %n Tag zuvor: Streifen können der Nadel folgen.</numerusform>
            <numerusform>Biopsie %n Tage zuvor: Streifen können der Nadel folgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the date of a biopsy: strands may follow the needle.</source>
        <translation>Nach dem Datum einer Biopsie fragen: Streifen können der Nadel folgen.</translation>
    </message>
    <message>
        <source>Infection is given: strands in several planes fit it as well.</source>
        <translation>Infektion angegeben: Streifen in mehreren Schichten passen auch dazu.</translation>
    </message>
    <message>
        <source>Look for infection: skin oedema, strands in several planes.</source>
        <translation>Auf Infektion achten: Hautödem, Streifen in mehreren Schichten.</translation>
    </message>
    <message>
        <source>Radiotherapy is given: compare with the earlier picture.</source>
        <translation>Bestrahlung angegeben: mit dem früheren Bild vergleichen.</translation>
    </message>
    <message>
        <source>Ask for earlier radiotherapy or surgery.</source>
        <translation>Nach früherer Bestrahlung oder Operation fragen.</translation>
    </message>
    <message>
        <source>No contrast: the margin is not graded on such a picture.</source>
        <translation>Kein Kontrastmittel: Der Rand wird auf einem solchen Bild nicht gradiert.</translation>
    </message>
    <message>
        <source>Thick slices: look at a thin reconstruction and other planes.</source>
        <translation>Dicke Schichten: eine dünne Rekonstruktion und andere Ebenen ansehen.</translation>
    </message>
    <message>
        <source>Contact: a plane can be effaced by pressure alone.</source>
        <translation>Kontakt: Eine Lamelle kann allein durch Druck verstreichen.</translation>
    </message>
    <message>
        <source>Cystic: a thin smooth wall without strands stays G0.</source>
        <translation>Zystisch: Eine dünne glatte Wand ohne Streifen bleibt G0.</translation>
    </message>
    <message>
        <source>Teaching and research; not a medical device.</source>
        <translation>Lehre und Forschung; kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>sources differ; the lower category</source>
        <translation>Quellen weichen ab; die niedrigere Kategorie</translation>
    </message>
    <message>
        <source>No call of the reader yet.</source>
        <translation>Noch keine eigene Befundung.</translation>
    </message>
    <message>
        <source>Reader: %1, imaging shows ENE with %2</source>
        <translation>Befundende Person: %1, ENE im Bild mit %2</translation>
    </message>
    <message>
        <source>Measured: %1, ENE on imaging %2</source>
        <translation>Gemessen: %1, ENE im Bild %2</translation>
    </message>
    <message>
        <source>Nodewise, measured nodes</source>
        <translation>Nodewise, gemessene Knoten</translation>
    </message>
    <message>
        <source>Primary: %1</source>
        <translation>Primärtumor: %1</translation>
    </message>
</context>
<context>
    <name>Measurements</name>
    <message>
        <source>mean %1, SD %2</source>
        <translation>Mittel %1, SD %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n voxel(s)</source>
        <translation>
            <numerusform>%1, %n Voxel</numerusform>
            <numerusform>%1, %n Voxel</numerusform>
        </translation>
    </message>
    <message>
        <source>long %1</source>
        <translation>lang %1</translation>
    </message>
    <message>
        <source>short %1</source>
        <translation>kurz %1</translation>
    </message>
    <message>
        <source>no voxel inside</source>
        <translation>kein Voxel darin</translation>
    </message>
    <message>
        <source>outside the picture</source>
        <translation>außerhalb des Bildes</translation>
    </message>
    <message>
        <source>SUV %1, %2 Bq/mL</source>
        <extracomment>Standardised uptake value, then the activity.</extracomment>
        <translation>SUV %1, %2 Bq/mL</translation>
    </message>
</context>
<context>
    <name>PeneNotes</name>
    <message>
        <source>The starting value counts patients, not nodes.</source>
        <translation>Der Ausgangswert zählt Patienten, nicht Lymphknoten.</translation>
    </message>
    <message>
        <source>The starting value comes from nodes and from patients.</source>
        <translation>Der Ausgangswert stammt von Lymphknoten und von Patienten.</translation>
    </message>
    <message>
        <source>The starting value is that of nodes without overt ENE.</source>
        <translation>Der Ausgangswert ist der von Lymphknoten ohne offenkundige ENE.</translation>
    </message>
    <message>
        <source>p16 does not change it outside the oropharynx.</source>
        <translation>Außerhalb des Oropharynx ändert p16 nichts daran.</translation>
    </message>
    <message>
        <source>Stranding is left out after the biopsy.</source>
        <translation>Streifiges Fett bleibt nach der Biopsie außer Betracht.</translation>
    </message>
    <message>
        <source>Stranding is left out with an infection.</source>
        <translation>Streifiges Fett bleibt bei einer Infektion außer Betracht.</translation>
    </message>
</context>
<context>
    <name>PeneReasons</name>
    <message>
        <source>no figures for this site</source>
        <translation>keine Zahlen für diese Lokalisation</translation>
    </message>
    <message>
        <source>the image is not in HU</source>
        <translation>das Bild ist nicht in HU</translation>
    </message>
    <message>
        <source>no contrast was given</source>
        <translation>ohne Kontrastmittel</translation>
    </message>
    <message>
        <source>the slices are too thick</source>
        <translation>die Schichten sind zu dick</translation>
    </message>
    <message>
        <source>the node is too small</source>
        <translation>der Lymphknoten ist zu klein</translation>
    </message>
    <message>
        <source>too few signs were measured</source>
        <translation>zu wenige Zeichen wurden gemessen</translation>
    </message>
</context>
<context>
    <name>PeneSigns</name>
    <message>
        <source>Starting value</source>
        <translation>Ausgangswert</translation>
    </message>
    <message>
        <source>Adjacent structure invaded</source>
        <translation>Nachbarstruktur infiltriert</translation>
    </message>
    <message>
        <source>Stranded fat</source>
        <translation>Streifiges Fett</translation>
    </message>
    <message>
        <source>Coalescence</source>
        <translation>Konfluenz</translation>
    </message>
    <message>
        <source>Indistinct or irregular margin</source>
        <translation>Unscharfer oder unregelmäßiger Rand</translation>
    </message>
    <message>
        <source>Necrosis, HPV−</source>
        <translation>Nekrose, HPV−</translation>
    </message>
    <message>
        <source>Necrosis, HPV+</source>
        <translation>Nekrose, HPV+</translation>
    </message>
    <message>
        <source>Short axis ≥ 16&#x202f;mm</source>
        <translation>Kurzachse ≥ 16&#x202f;mm</translation>
    </message>
</context>
<context>
    <name>PeneText</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>%1 is a value, %2 and %3 the ends of its interval.</extracomment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>From the literature; not calibrated for constructed cases.</source>
        <translation>Aus der Literatur; für konstruierte Fälle nicht kalibriert.</translation>
    </message>
    <message>
        <source>From the literature; not calibrated on patients.</source>
        <translation>Aus der Literatur; nicht an Patienten kalibriert.</translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <extracomment>%1 is &quot;Starting value&quot;, %2 a share, %3 a citation.</extracomment>
        <translation>%1 %2 · %3</translation>
    </message>
    <message>
        <source>%1: left out</source>
        <extracomment>%1 is a sign.</extracomment>
        <translation>%1: außer Betracht</translation>
    </message>
    <message>
        <source>%1: odds × %2 · %3</source>
        <extracomment>%1 is a sign, %2 the factor it puts on the odds, %3 a citation.</extracomment>
        <translation>%1: Odds × %2 · %3</translation>
    </message>
    <message>
        <source>Pathology would show ENE</source>
        <translation>Pathologie würde ENE zeigen</translation>
    </message>
    <message>
        <source>%1, from the literature; not calibrated for constructed cases</source>
        <translation>%1, aus der Literatur; für konstruierte Fälle nicht kalibriert</translation>
    </message>
    <message>
        <source>%1, from the literature</source>
        <translation>%1, aus der Literatur</translation>
    </message>
    <message>
        <source>Model card %1</source>
        <translation>Modellkarte %1</translation>
    </message>
    <message>
        <source>Published figures and starting values of our own; never fitted to patients. Teaching and research, not for diagnosis or treatment.</source>
        <translation>Veröffentlichte Zahlen und eigene Ausgangswerte; nie an Patienten angepasst. Für Lehre und Forschung, nicht für Diagnose oder Behandlung.</translation>
    </message>
    <message>
        <source>Starting value %1 · %2</source>
        <translation>Ausgangswert %1 · %2</translation>
    </message>
    <message>
        <source>%1: LR+ %2, LR− %3 · %4</source>
        <extracomment>%1 is a sign, %2 and %3 its likelihood ratios with their spread, %4 the sources.</extracomment>
        <translation>%1: LR+ %2, LR− %3 · %4</translation>
    </message>
    <message>
        <source>The strongest sign counts in full, the others by the square root of their ratio.</source>
        <translation>Das stärkste Zeichen zählt voll, die anderen mit der Wurzel ihres Quotienten.</translation>
    </message>
</context>
<context>
    <name>RemedyCards</name>
    <message>
        <source>Necrosis or a cyst counted as ENE</source>
        <translation>Nekrose/Zyste als ENE gezählt</translation>
    </message>
    <message>
        <source>Contact called invasion</source>
        <translation>Kontakt als Infiltration befundet</translation>
    </message>
    <message>
        <source>Stranding after a biopsy counted as ENE</source>
        <translation>Streifen nach Biopsie als ENE gezählt</translation>
    </message>
    <message>
        <source>Neighbouring nodes called coalescent</source>
        <translation>Benachbarte Knoten als konfluierend befundet</translation>
    </message>
    <message>
        <source>A subtle margin under-called</source>
        <translation>Feine Randveränderung unterschätzt</translation>
    </message>
    <message>
        <source>The search stopped after the largest node</source>
        <translation>Die Suche endete nach dem größten Knoten</translation>
    </message>
    <message>
        <source>A node was not found</source>
        <translation>Ein Knoten wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Size taken along another axis</source>
        <translation>Größe entlang einer anderen Achse gemessen</translation>
    </message>
    <message>
        <source>Side or level differs</source>
        <translation>Seite oder Level weicht ab</translation>
    </message>
    <message>
        <source>Clinical ENE staged with the pathological table</source>
        <translation>Klinische ENE nach der pathologischen Tabelle eingeteilt</translation>
    </message>
    <message>
        <source>p16-negative table used for p16-positive disease</source>
        <translation>p16-negative Tabelle bei p16-positivem Tumor benutzt</translation>
    </message>
    <message>
        <source>N category of the other edition</source>
        <translation>N-Kategorie der anderen Ausgabe</translation>
    </message>
    <message>
        <source>Surer than right</source>
        <translation>Sicherer als zutreffend</translation>
    </message>
    <message>
        <source>Less sure than right</source>
        <translation>Weniger sicher als zutreffend</translation>
    </message>
    <message>
        <source>Image quality passed over</source>
        <translation>Bildqualität übergangen</translation>
    </message>
    <message>
        <source>Invasion called contact</source>
        <translation>Infiltration als Kontakt befundet</translation>
    </message>
    <message>
        <source>Necrosis and cysts are recorded, not graded. Look at the outer margin and at the fat beside it.</source>
        <translation>Nekrosen und Zysten werden vermerkt, nicht gradiert. Den äußeren Rand und das Fett daneben ansehen.</translation>
    </message>
    <message>
        <source>Contact alone does not give G3. Look for a ragged interface or a change inside the structure.</source>
        <translation>Kontakt allein ergibt kein G3. Auf eine ausgefranste Grenzfläche oder eine Veränderung in der Struktur achten.</translation>
    </message>
    <message>
        <source>Read the date of the biopsy first. Stranding along the needle path is not ENE.</source>
        <translation>Zuerst das Biopsiedatum lesen. Streifen entlang des Stichkanals sind keine ENE.</translation>
    </message>
    <message>
        <source>Follow the plane between the nodes slice by slice. Where a fat line stays, they are separate.</source>
        <translation>Die Lamelle zwischen den Knoten Schicht für Schicht verfolgen. Bleibt eine Fettlinie, sind sie getrennt.</translation>
    </message>
    <message>
        <source>Look again in the narrow window 3 and in all three planes before settling on a smooth margin.</source>
        <translation>Vor der Wahl „glatter Rand“ noch einmal im engen Fenster 3 und in allen drei Ebenen ansehen.</translation>
    </message>
    <message>
        <source>The highest grade may lie in another node. Grade each node before the case.</source>
        <translation>Der höchste Grad kann in einem anderen Knoten liegen. Erst jeden Knoten gradieren, dann den Fall.</translation>
    </message>
    <message>
        <source>Put the retropharyngeal space and the other side on the search list.</source>
        <translation>Den Retropharyngealraum und die Gegenseite auf die Suchliste setzen.</translation>
    </message>
    <message>
        <source>Short axis to suspect, long axis to stage. Draw both on the axial image, at a right angle.</source>
        <translation>Kurzachse für den Verdacht, Langachse für das Staging. Beide axial und rechtwinklig einzeichnen.</translation>
    </message>
    <message>
        <source>Find the hyoid and the cricoid first. Level III lies between their lower edges.</source>
        <translation>Zuerst Zungenbein und Ringknorpel suchen. Level III liegt zwischen ihren Unterrändern.</translation>
    </message>
    <message>
        <source>Clinical and pathological N have separate tables. Before surgery the clinical one applies.</source>
        <translation>Klinisches und pathologisches N haben getrennte Tabellen. Vor der Operation gilt die klinische.</translation>
    </message>
    <message>
        <source>Read p16 in the history before the table. p16-positive oropharynx has its own.</source>
        <translation>Vor der Tabelle p16 in der Anamnese lesen. Der p16-positive Oropharynx hat eine eigene.</translation>
    </message>
    <message>
        <source>Read the edition beside the case before the category. The editions count ENE on imaging differently.</source>
        <translation>Vor der Kategorie die Ausgabe am Fall lesen. Die Ausgaben zählen ENE in der Bildgebung verschieden.</translation>
    </message>
    <message>
        <source>Over the last nodes your certainty ran ahead of the reference. Keep above 90&#x202f;% for what is unequivocal.</source>
        <translation>Bei den letzten Knoten lag die Sicherheit über der Referenz. Über 90&#x202f;% nur bei Eindeutigem.</translation>
    </message>
    <message>
        <source>Over the last nodes you were right more often than you said. Use the upper end of the scale when the sign is clear.</source>
        <translation>Bei den letzten Knoten traf der Befund öfter zu als angegeben. Bei klarem Zeichen das obere Ende der Skala nutzen.</translation>
    </message>
    <message>
        <source>Thick slices, motion and artefact blur a margin. Call the image limited; lower the certainty, not the grade.</source>
        <translation>Dicke Schichten, Bewegung und Artefakte verwischen den Rand. Das Bild als limitiert angeben; die Sicherheit senken, nicht den Grad.</translation>
    </message>
    <message>
        <source>Compare both sides of the structure in the narrow window 3 before settling on contact.</source>
        <translation>Vor der Wahl „Kontakt“ beide Seiten der Struktur im engen Fenster 3 vergleichen.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Teaching and research. Not for diagnosis or treatment. Not a medical device.</source>
        <translation>Lehre und Forschung. Nicht für Diagnose oder Behandlung. Kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>you said, %</source>
        <translation>Angabe, %</translation>
    </message>
    <message>
        <source>turned out positive, %</source>
        <translation>Referenz positiv, %</translation>
    </message>
    <message>
        <source>Brier skill by scored node</source>
        <translation>Brier-Skill nach gewertetem Knoten</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>The line is drawn from 8 scored nodes on, positive and negative ones among them.</source>
        <translation>Die Linie beginnt mit 8 gewerteten Knoten, positiven und negativen.</translation>
    </message>
    <message>
        <source>Grade: rows reference, columns your call</source>
        <translation>Grad: Zeilen Referenz, Spalten Befundung</translation>
    </message>
    <message>
        <source>Weakest concepts</source>
        <translation>Schwächste Konzepte</translation>
    </message>
    <message>
        <source>%1: skill %2, %3 nodes</source>
        <translation>%1: Skill %2, %3 Knoten</translation>
    </message>
    <message>
        <source>A concept is listed after 6 nodes.</source>
        <translation>Ein Konzept erscheint nach 6 Knoten.</translation>
    </message>
    <message>
        <source>Certain, but differs</source>
        <translation>Sicher und abweichend</translation>
    </message>
    <message>
        <source>None: no call lay 80&#x202f;% or more from its reference.</source>
        <translation>Keine: Keine Befundung lag 80&#x202f;% oder mehr von der Referenz entfernt.</translation>
    </message>
    <message>
        <source>A reader without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>has no scored node yet.</source>
        <translation>hat noch keinen gewerteten Knoten.</translation>
    </message>
    <message>
        <source>called %1 nodes in %2 cases for extranodal extension on CT, each before its reference, between %3 and %4.</source>
        <translation>hat %1 Knoten in %2 Fällen auf extranodale Ausbreitung im CT befundet, jeden vor der Referenz, zwischen dem %3 und dem %4.</translation>
    </message>
    <message>
        <source>It states practice, no qualification. Intervals are 95&#x202f;%; a figure that is missing needs more nodes.</source>
        <translation>Bescheinigt ist Übung, keine Qualifikation. Intervalle sind 95-%-Intervalle; eine fehlende Zahl braucht mehr Knoten.</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>Brier</translation>
    </message>
    <message>
        <source>Skill, 95&#x202f;%</source>
        <translation>Skill, 95&#x202f;%</translation>
    </message>
    <message>
        <source>Against the group</source>
        <translation>Gegen die Gruppe</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 readers, %2 nodes. No rank: below 20 nodes a reader has no figure.</source>
        <translation>%1 Leser, %2 Knoten. Keine Rangfolge: Unter 20 Knoten gibt es keine Zahl.</translation>
    </message>
    <message>
        <source>Hardest nodes</source>
        <translation>Schwerste Knoten</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: in the program and in the export</source>
        <translation>
            <numerusform>und %n weitere: im Programm und im Export</numerusform>
            <numerusform>und %n weitere: im Programm und im Export</numerusform>
        </translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Agree or close</source>
        <translation>Überein oder nah</translation>
    </message>
    <message>
        <source>Mean Brier</source>
        <translation>Mittlerer Brier</translation>
    </message>
    <message>
        <source>Commonest error</source>
        <translation>Häufigster Fehler</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Concepts, weakest first: grades that agree or are close, %</source>
        <translation>Konzepte, schwächste zuerst: Grade überein oder nah, %</translation>
    </message>
</context>
<context>
    <name>RuleBlock</name>
    <message>
        <source>Extension into an adjacent structure.</source>
        <translation>Ausbreitung in eine Nachbarstruktur.</translation>
    </message>
    <message>
        <source>Extension into an adjacent structure: the %1 is invaded.</source>
        <translation>Ausbreitung in eine Nachbarstruktur: %1 infiltriert.</translation>
    </message>
    <message>
        <source>Coalescent nodes: the planes between them are lost.</source>
        <translation>Konfluierende Knoten: Die Lamellen dazwischen sind aufgehoben.</translation>
    </message>
    <message>
        <source>Extension into the perinodal fat.</source>
        <translation>Ausbreitung in das perinodale Fett.</translation>
    </message>
    <message>
        <source>An indistinct or irregular margin together with stranded fat.</source>
        <translation>Unscharfer oder unregelmäßiger Rand zusammen mit streifigem Fett.</translation>
    </message>
    <message>
        <source>No HNCIG criterion is present.</source>
        <translation>Kein HNCIG-Kriterium liegt vor.</translation>
    </message>
    <message>
        <source>Contact alone does not count.</source>
        <translation>Kontakt allein zählt nicht.</translation>
    </message>
    <message>
        <source>Recorded, not counted: %1.</source>
        <extracomment>%1 lists findings.</extracomment>
        <translation>Vermerkt, nicht gezählt: %1.</translation>
    </message>
    <message>
        <source>Longest axial line of the reference outline, and its width at a right angle.</source>
        <translation>Längste axiale Strecke der Referenzkontur und ihre Breite im rechten Winkel.</translation>
    </message>
    <message>
        <source>Indistinct margin</source>
        <translation>Unscharfer Rand</translation>
    </message>
    <message>
        <source>of the surface</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>Share of the surface whose edge is wider than %1.</source>
        <translation>Anteil der Oberfläche, deren Kante breiter als %1 ist.</translation>
    </message>
    <message>
        <source>Fat shell, 1–5&#x202f;mm</source>
        <translation>Fett, 1–5&#x202f;mm</translation>
    </message>
    <message>
        <source>Mean of the fat 1 to 5&#x202f;mm from the node, against clean fat 8 to 20&#x202f;mm away.</source>
        <translation>Mittel des Fettes 1 bis 5&#x202f;mm vom Knoten, gegen unauffälliges Fett in 8 bis 20&#x202f;mm.</translation>
    </message>
    <message>
        <source>Raised fat</source>
        <translation>Verdichtetes Fett</translation>
    </message>
    <message>
        <source>Share of the shell from −80 to +10&#x202f;HU. Thick slices raise it beside a clean node.</source>
        <translation>Anteil des Mantels von −80 bis +10&#x202f;HU. Dicke Schichten erhöhen ihn auch an einem unauffälligen Knoten.</translation>
    </message>
    <message>
        <source>Step at that interface</source>
        <translation>Dichtestufe dort</translation>
    </message>
    <message>
        <source>Median of the node minus median of the structure, within 3&#x202f;mm.</source>
        <translation>Median des Knotens minus Median der Struktur, innerhalb von 3&#x202f;mm.</translation>
    </message>
    <message>
        <source>Plane to the next node lost</source>
        <translation>Nachbarlamelle</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>Abstand %1</translation>
    </message>
    <message>
        <source>Share of the shared interface without fat between the nodes.</source>
        <translation>Anteil der gemeinsamen Grenzfläche ohne Fett zwischen den Knoten.</translation>
    </message>
    <message>
        <source>Necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>never graded</source>
        <translation>nie gradiert</translation>
    </message>
    <message>
        <source>Share of the node more than 20&#x202f;HU below muscle, its rim left out.</source>
        <translation>Anteil des Knotens mehr als 20&#x202f;HU unter Muskel, ohne den Randsaum.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>clean fat %1</source>
        <translation>sonst %1</translation>
    </message>
    <message>
        <source>Plane lost</source>
        <translation>Lamelle aufgehoben</translation>
    </message>
    <message>
        <source>Longest run in an axial plane without fat between node and structure; contact %1.</source>
        <translation>Längste Strecke in einer axialen Ebene ohne Fett zwischen Knoten und Struktur; Kontakt %1.</translation>
    </message>
    <message>
        <source>Extension into an adjacent structure: the %1 is invaded, its fat plane lost over %2.</source>
        <extracomment>%1 is a structure, %2 a length.</extracomment>
        <translation>Ausbreitung in eine Nachbarstruktur: %1 infiltriert, Fettlamelle über %2 aufgehoben.</translation>
    </message>
    <message>
        <source>Short × long axis</source>
        <translation>Kurz- × Langachse</translation>
    </message>
    <message>
        <source>Grown into it</source>
        <translation>Hineingewachsen</translation>
    </message>
    <message>
        <source>edge ragged by %1</source>
        <translation>Grenze um %1 gezackt</translation>
    </message>
    <message>
        <source>Deepest part of the node within the place the structure should have, beyond the node&apos;s fitted capsule.</source>
        <translation>Tiefster Teil des Lymphknotens am Ort, an dem die Struktur liegen sollte, jenseits der angepassten Kapsel.</translation>
    </message>
    <message>
        <source>Change inside it</source>
        <translation>Änderung darin</translation>
    </message>
    <message>
        <source>Structure 1 to 4&#x202f;mm behind the contact, less the rest of it.</source>
        <translation>Struktur 1 bis 4 mm hinter dem Kontakt, abzüglich ihres übrigen Teils.</translation>
    </message>
    <message>
        <source>Beyond the capsule</source>
        <translation>Jenseits der Kapsel</translation>
    </message>
    <message>
        <source>recorded, depth never grades</source>
        <translation>vermerkt, die Tiefe zählt nie</translation>
    </message>
    <message>
        <source>Tissue like the node&apos;s outside the ellipsoid that fits its undisturbed part.</source>
        <translation>Gewebe wie das des Lymphknotens außerhalb des Ellipsoids, das zu seinem ungestörten Teil passt.</translation>
    </message>
    <message>
        <source>Grade from the numbers</source>
        <translation>Grad aus den Zahlen</translation>
    </message>
    <message>
        <source>The HNCIG rule on the measured findings. It is not scored and can be wrong: %1.</source>
        <translation>Die HNCIG-Regel auf den gemessenen Befunden. Sie wird nicht gewertet und kann falsch sein: %1.</translation>
    </message>
</context>
<context>
    <name>SideLetters</name>
    <message>
        <source>L</source>
        <extracomment>One letter for the patient&apos;s left side.</extracomment>
        <translation>L</translation>
    </message>
    <message>
        <source>R</source>
        <extracomment>One letter for the patient&apos;s right side.</extracomment>
        <translation>R</translation>
    </message>
    <message>
        <source>M</source>
        <extracomment>One letter for the midline.</extracomment>
        <translation>M</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>Sensitivity %1, specificity %2.</source>
        <extracomment>Both are shares, with the 95 % interval behind them where one was published.</extracomment>
        <translation>Sensitivität %1, Spezifität %2.</translation>
    </message>
    <message>
        <source>Adjacent structure invaded</source>
        <translation>Struktur infiltriert</translation>
    </message>
    <message>
        <source>Coalescence</source>
        <translation>Konfluenz</translation>
    </message>
    <message>
        <source>Fat stranded</source>
        <translation>Fett streifig</translation>
    </message>
    <message>
        <source>Margin indistinct</source>
        <translation>Rand unscharf</translation>
    </message>
    <message>
        <source>Necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>Short axis ≥ 16&#x202f;mm</source>
        <translation>Kurzachse ≥ 16&#x202f;mm</translation>
    </message>
    <message>
        <source>Whole reading</source>
        <translation>Gesamtbefund</translation>
    </message>
    <message>
        <source>%1, HPV+</source>
        <translation>%1, HPV+</translation>
    </message>
    <message>
        <source>%1, HPV−</source>
        <translation>%1, HPV−</translation>
    </message>
    <message>
        <source>our estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Ultrasound</source>
        <translation>Ultraschall</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>PET, SUVmax ≥ 3</source>
        <translation>PET, SUVmax ≥ 3</translation>
    </message>
</context>
<context>
    <name>SlicePicture</name>
    <message>
        <source>W %1 L %2</source>
        <translation>W %1 L %2</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertiert</translation>
    </message>
    <message>
        <source>image %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>slab %1 mean</source>
        <translation>Schichtpaket %1 Mittel</translation>
    </message>
    <message>
        <source>slab %1 MIP</source>
        <translation>Schichtpaket %1 MIP</translation>
    </message>
    <message>
        <source>slab %1 MinIP</source>
        <translation>Schichtpaket %1 MinIP</translation>
    </message>
    <message>
        <source>FLIPPED</source>
        <extracomment>On a picture whose left and right are changed. Keep it short and in capitals.</extracomment>
        <translation>GESPIEGELT</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronar</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation>Kein Bild.</translation>
    </message>
    <message>
        <source>left and right are changed</source>
        <translation>links und rechts sind vertauscht</translation>
    </message>
    <message>
        <source>TURNED</source>
        <extracomment>On a picture that was turned by quarters. Keep it short and in capitals.</extracomment>
        <translation>GEDREHT</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Park SI et al., Eur Radiol 2021 (22 studies, 2478 patients)</source>
        <translation>Park SI et al., Eur Radiol 2021 (22 Studien, 2478 Personen)</translation>
    </message>
    <message>
        <source>Starting value of our own; no pooled figures were found</source>
        <translation>Eigener Ausgangswert; gepoolte Zahlen wurden nicht gefunden</translation>
    </message>
    <message>
        <source>Shrunk from an odds ratio of 26.4 in 31 patients (Douglas 2018)</source>
        <translation>Geschrumpft aus einer Odds Ratio von 26,4 bei 31 Personen (Douglas 2018)</translation>
    </message>
    <message>
        <source>Middle of Carlton 2017 and J Comput Assist Tomogr 2024;48:129</source>
        <translation>Mitte aus Carlton 2017 und J Comput Assist Tomogr 2024;48:129</translation>
    </message>
    <message>
        <source>Park SI et al., Eur Radiol 2021 (22 studies, 2478 patients); pairing of the figures inferred from the abstract</source>
        <translation>Park SI et al., Eur Radiol 2021 (22 Studien, 2478 Personen); Zuordnung der Zahlen aus dem Abstract erschlossen</translation>
    </message>
    <message>
        <source>Specificity is lost in HPV-positive disease (Park 2020: CT 74 against 87&#x202f;%)</source>
        <translation>Bei HPV-positivem Tumor ist die Spezifität geringer (Park 2020: CT 74 gegen 87&#x202f;%)</translation>
    </message>
    <message>
        <source>Kimura Y et al., AJNR 2008;29:1355 (177 nodes, one study)</source>
        <translation>Kimura Y et al., AJNR 2008;29:1355 (177 Knoten, eine Studie)</translation>
    </message>
    <message>
        <source>Mair M et al., Cancers 2024;16(8):1457 (29 studies)</source>
        <translation>Mair M et al., Cancers 2024;16(8):1457 (29 Studien)</translation>
    </message>
    <message>
        <source>Mehanna H et al., Int J Radiat Oncol Biol Phys 2025, 10.1016/j.ijrobp.2025.04.003 (638 patients, 13 hospitals)</source>
        <translation>Mehanna H et al., Int J Radiat Oncol Biol Phys 2025, 10.1016/j.ijrobp.2025.04.003 (638 Personen, 13 Kliniken)</translation>
    </message>
    <message>
        <source>Mair M et al., Cancers 2024;16(8):1457 (few studies); deep and retropharyngeal nodes are not seen by ultrasound</source>
        <translation>Mair M et al., Cancers 2024;16(8):1457 (wenige Studien); tiefe und retropharyngeale Knoten sieht der Ultraschall nicht</translation>
    </message>
    <message>
        <source>Mair M et al., Cancers 2024;16(8):1457; most levels counted held no metastasis, so this tells metastasis from normal</source>
        <translation>Mair M et al., Cancers 2024;16(8):1457; die meisten gezählten Level enthielten keine Metastase, das trennt also Metastase von normal</translation>
    </message>
    <message>
        <source>Toya R et al., Anticancer Res 2020;40:2073 (566 levels, 53 with ENE); nearly the same line, 3.16, tells metastasis from normal (Lim 2016): in a proven metastasis it says nothing of ENE</source>
        <translation>Toya R et al., Anticancer Res 2020;40:2073 (566 Level, 53 mit ENE); fast dieselbe Grenze, 3,16, trennt Metastase von normal (Lim 2016): in einer gesicherten Metastase sagt sie nichts über ENE</translation>
    </message>
</context>
<context>
    <name>StagingNotes</name>
    <message>
        <source>ENE is seen on imaging only; this table asks for signs on examination.</source>
        <translation>ENE nur in der Bildgebung; diese Tabelle verlangt Zeichen in der Untersuchung.</translation>
    </message>
    <message>
        <source>In doubt the lower category is taken.</source>
        <translation>Im Zweifel gilt die niedrigere Kategorie.</translation>
    </message>
    <message>
        <source>One reading of the sources: %1.</source>
        <translation>Eine Lesart der Quellen: %1.</translation>
    </message>
    <message>
        <source>p16 is not known; staged as p16-negative.</source>
        <translation>p16 ist nicht bekannt; eingeteilt als p16-negativ.</translation>
    </message>
    <message>
        <source>No certainty was given; the grade is taken at its word.</source>
        <translation>Keine Sicherheit angegeben; der Grad gilt wie genannt.</translation>
    </message>
    <message>
        <source>ENE on examination is not confirmed on imaging.</source>
        <translation>ENE in der Untersuchung ist in der Bildgebung nicht bestätigt.</translation>
    </message>
    <message>
        <source>Pathology was not examined.</source>
        <translation>Keine pathologische Untersuchung.</translation>
    </message>
    <message>
        <source>The side of the primary is not known and would matter.</source>
        <translation>Die Seite des Primärtumors ist nicht bekannt und wäre von Bedeutung.</translation>
    </message>
    <message>
        <source>The public sources give no rule for this site and edition.</source>
        <translation>Die öffentlichen Quellen nennen keine Regel für diesen Primärtumor und diese Ausgabe.</translation>
    </message>
    <message>
        <source>Which structures count is not settled.</source>
        <translation>Welche Strukturen zählen, ist nicht geklärt.</translation>
    </message>
    <message>
        <source>The source of this rule was read second hand.</source>
        <translation>Die Quelle dieser Regel liegt nur aus zweiter Hand vor.</translation>
    </message>
    <message>
        <source>Nodes on the other side only with ENE can be read as N2 or N3.</source>
        <translation>Nur kontralaterale Knoten mit ENE lassen sich als N2 oder N3 lesen.</translation>
    </message>
</context>
<context>
    <name>StagingRules</name>
    <message>
        <source>No metastatic node.</source>
        <translation>Kein metastatischer Knoten.</translation>
    </message>
    <message>
        <source>No rule of a higher category applies.</source>
        <translation>Keine Regel einer höheren Kategorie trifft zu.</translation>
    </message>
    <message>
        <source>One node, no rule of a higher category applies.</source>
        <translation>Ein Knoten, keine Regel einer höheren Kategorie trifft zu.</translation>
    </message>
    <message>
        <source>Several nodes, no rule of a higher category applies.</source>
        <translation>Mehrere Knoten, keine Regel einer höheren Kategorie trifft zu.</translation>
    </message>
    <message>
        <source>Nodes on both sides or on the other side.</source>
        <translation>Knoten bilateral oder kontralateral.</translation>
    </message>
    <message>
        <source>One node, larger than 3&#x202f;cm.</source>
        <translation>Ein Knoten, größer als 3&#x202f;cm.</translation>
    </message>
    <message>
        <source>One small node on the same side, with ENE.</source>
        <translation>Ein kleiner Knoten ipsilateral, mit ENE.</translation>
    </message>
    <message>
        <source>Several nodes on the same side.</source>
        <translation>Mehrere Knoten ipsilateral.</translation>
    </message>
    <message>
        <source>Nodes on the other side only, with ENE.</source>
        <translation>Knoten nur kontralateral, mit ENE.</translation>
    </message>
    <message>
        <source>The number of nodes decides.</source>
        <translation>Die Zahl der Knoten entscheidet.</translation>
    </message>
    <message>
        <source>Same side, ENE counts in this table.</source>
        <translation>Ipsilateral; ENE zählt in dieser Tabelle.</translation>
    </message>
    <message>
        <source>A node is larger than 6&#x202f;cm.</source>
        <translation>Ein Knoten ist größer als 6&#x202f;cm.</translation>
    </message>
    <message>
        <source>ENE counts in this table, whatever the size.</source>
        <translation>ENE zählt in dieser Tabelle, unabhängig von der Größe.</translation>
    </message>
    <message>
        <source>A node reaches below the cricoid.</source>
        <translation>Ein Knoten reicht unter den Ringknorpel.</translation>
    </message>
    <message>
        <source>Nodes on both sides, with ENE.</source>
        <translation>Knoten bilateral, mit ENE.</translation>
    </message>
    <message>
        <source>Advanced ENE on imaging.</source>
        <translation>Fortgeschrittene ENE in der Bildgebung.</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Your progress file is damaged</source>
        <translation>Die Fortschrittsdatei ist beschädigt</translation>
    </message>
    <message>
        <source>There is a copy of %1. The damaged file is kept.</source>
        <translation>Es gibt eine Kopie von %1. Die beschädigte Datei bleibt erhalten.</translation>
    </message>
    <message>
        <source>Put the copy back</source>
        <translation>Kopie zurückholen</translation>
    </message>
    <message>
        <source>This profile has a PIN</source>
        <translation>Dieses Profil hat eine PIN</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The PIN does not fit</source>
        <translation>Die PIN passt nicht</translation>
    </message>
    <message>
        <source>Start again, or choose another profile.</source>
        <translation>Neu starten oder ein anderes Profil wählen.</translation>
    </message>
</context>
<context>
    <name>Structures</name>
    <message>
        <source>sternocleidomastoid</source>
        <translation>M. sternocleidomastoideus</translation>
    </message>
    <message>
        <source>internal jugular vein</source>
        <translation>V. jugularis interna</translation>
    </message>
    <message>
        <source>jugular vein</source>
        <translation>V. jugularis</translation>
    </message>
    <message>
        <source>external jugular vein</source>
        <translation>V. jugularis externa</translation>
    </message>
    <message>
        <source>carotid artery</source>
        <translation>A. carotis</translation>
    </message>
    <message>
        <source>common carotid artery</source>
        <translation>A. carotis communis</translation>
    </message>
    <message>
        <source>internal carotid artery</source>
        <translation>A. carotis interna</translation>
    </message>
    <message>
        <source>external carotid artery</source>
        <translation>A. carotis externa</translation>
    </message>
    <message>
        <source>submandibular gland</source>
        <translation>Glandula submandibularis</translation>
    </message>
    <message>
        <source>parotid gland</source>
        <translation>Glandula parotidea</translation>
    </message>
    <message>
        <source>thyroid gland</source>
        <translation>Schilddrüse</translation>
    </message>
    <message>
        <source>digastric muscle</source>
        <translation>M. digastricus</translation>
    </message>
    <message>
        <source>scalene muscles</source>
        <translation>Mm. scaleni</translation>
    </message>
    <message>
        <source>levator scapulae</source>
        <translation>M. levator scapulae</translation>
    </message>
    <message>
        <source>trapezius</source>
        <translation>M. trapezius</translation>
    </message>
    <message>
        <source>splenius</source>
        <translation>M. splenius</translation>
    </message>
    <message>
        <source>strap muscles</source>
        <translation>infrahyale Muskeln</translation>
    </message>
    <message>
        <source>longus muscles</source>
        <translation>Mm. longi</translation>
    </message>
    <message>
        <source>longus colli</source>
        <translation>M. longus colli</translation>
    </message>
    <message>
        <source>platysma</source>
        <translation>Platysma</translation>
    </message>
    <message>
        <source>mylohyoid</source>
        <translation>M. mylohyoideus</translation>
    </message>
    <message>
        <source>omohyoid</source>
        <translation>M. omohyoideus</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>mandible</source>
        <translation>Mandibula</translation>
    </message>
    <message>
        <source>hyoid</source>
        <translation>Zungenbein</translation>
    </message>
    <message>
        <source>larynx</source>
        <translation>Larynx</translation>
    </message>
    <message>
        <source>trachea</source>
        <translation>Trachea</translation>
    </message>
    <message>
        <source>oesophagus</source>
        <translation>Ösophagus</translation>
    </message>
    <message>
        <source>airway</source>
        <translation>Atemweg</translation>
    </message>
    <message>
        <source>pharynx</source>
        <translation>Pharynx</translation>
    </message>
    <message>
        <source>vertebra</source>
        <translation>Wirbel</translation>
    </message>
    <message>
        <source>tongue</source>
        <translation>Zunge</translation>
    </message>
    <message>
        <source>vagus nerve</source>
        <translation>N. vagus</translation>
    </message>
    <message>
        <source>accessory nerve</source>
        <translation>N. accessorius</translation>
    </message>
    <message>
        <source>another structure</source>
        <translation>andere Struktur</translation>
    </message>
    <message>
        <source>left %1</source>
        <extracomment>%1 is a structure of the neck.</extracomment>
        <translation>%1 links</translation>
    </message>
    <message>
        <source>right %1</source>
        <extracomment>%1 is a structure of the neck.</extracomment>
        <translation>%1 rechts</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>oral cavity</source>
        <translation>Mundhöhle</translation>
    </message>
    <message>
        <source>oropharynx, p16-negative</source>
        <translation>Oropharynx, p16-negativ</translation>
    </message>
    <message>
        <source>oropharynx, p16-positive</source>
        <translation>Oropharynx, p16-positiv</translation>
    </message>
    <message>
        <source>hypopharynx</source>
        <translation>Hypopharynx</translation>
    </message>
    <message>
        <source>larynx</source>
        <translation>Larynx</translation>
    </message>
    <message>
        <source>nasopharynx</source>
        <translation>Nasopharynx</translation>
    </message>
    <message>
        <source>nose and sinuses</source>
        <translation>Nase und Nebenhöhlen</translation>
    </message>
    <message>
        <source>salivary gland</source>
        <translation>Speicheldrüse</translation>
    </message>
    <message>
        <source>unknown primary, p16 and EBV negative</source>
        <translation>unbekannter Primärtumor, p16- und EBV-negativ</translation>
    </message>
    <message>
        <source>unknown primary, HPV-positive</source>
        <translation>unbekannter Primärtumor, HPV-positiv</translation>
    </message>
    <message>
        <source>unknown primary, EBV-positive</source>
        <translation>unbekannter Primärtumor, EBV-positiv</translation>
    </message>
    <message>
        <source>p16+</source>
        <translation>p16+</translation>
    </message>
    <message>
        <source>p16−</source>
        <translation>p16−</translation>
    </message>
    <message>
        <source>p16 unknown</source>
        <translation>p16 unbekannt</translation>
    </message>
    <message>
        <source>no biopsy</source>
        <translation>keine Biopsie</translation>
    </message>
    <message>
        <source>fine-needle aspiration</source>
        <translation>Feinnadelaspiration</translation>
    </message>
    <message>
        <source>core biopsy</source>
        <translation>Stanzbiopsie</translation>
    </message>
    <message>
        <source>open biopsy</source>
        <translation>offene Biopsie</translation>
    </message>
    <message>
        <source>biopsy not known</source>
        <translation>Biopsie nicht bekannt</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>midline</source>
        <translation>Mittellinie</translation>
    </message>
    <message>
        <source>primary on the left</source>
        <translation>Primärtumor links</translation>
    </message>
    <message>
        <source>primary on the right</source>
        <translation>Primärtumor rechts</translation>
    </message>
    <message>
        <source>primary in the midline</source>
        <translation>Primärtumor in der Mittellinie</translation>
    </message>
    <message>
        <source>side of the primary not known</source>
        <translation>Seite des Primärtumors nicht bekannt</translation>
    </message>
    <message>
        <source>muscle</source>
        <translation>Muskel</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>vein</source>
        <translation>Vene</translation>
    </message>
    <message>
        <source>artery</source>
        <translation>Arterie</translation>
    </message>
    <message>
        <source>nerve</source>
        <translation>Nerv</translation>
    </message>
    <message>
        <source>gland</source>
        <translation>Drüse</translation>
    </message>
    <message>
        <source>other structure</source>
        <translation>andere Struktur</translation>
    </message>
    <message>
        <source>no extension seen</source>
        <translation>keine Ausbreitung sichtbar</translation>
    </message>
    <message>
        <source>extension into the perinodal fat</source>
        <translation>Ausbreitung in das perinodale Fett</translation>
    </message>
    <message>
        <source>coalescent nodes</source>
        <translation>konfluierende Knoten</translation>
    </message>
    <message>
        <source>extension into an adjacent structure</source>
        <translation>Ausbreitung in eine Nachbarstruktur</translation>
    </message>
    <message>
        <source>&lt; 25&#x202f;%</source>
        <translation>&lt; 25&#x202f;%</translation>
    </message>
    <message>
        <source>~ 50&#x202f;%</source>
        <translation>~ 50&#x202f;%</translation>
    </message>
    <message>
        <source>~ 75&#x202f;%</source>
        <translation>~ 75&#x202f;%</translation>
    </message>
    <message>
        <source>&gt; 90&#x202f;%</source>
        <translation>&gt; 90&#x202f;%</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glatt</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>Unregelm.</translation>
    </message>
    <message>
        <source>Indistinct</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Reizlos</translation>
    </message>
    <message>
        <source>Stranded</source>
        <translation>Streifig</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>Infiltriert</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Invaded</source>
        <translation>Infiltriert</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Perinodal fat</source>
        <translation>Perinodales Fett</translation>
    </message>
    <message>
        <source>Adjacent structure</source>
        <translation>Nachbarstruktur</translation>
    </message>
    <message>
        <source>Coalescence</source>
        <translation>Konfluenz</translation>
    </message>
    <message>
        <source>Necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>Cystic</source>
        <translation>Zystisch</translation>
    </message>
    <message>
        <source>Fatty hilum</source>
        <translation>Fetthilus</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Adequate</source>
        <translation>Adäquat</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Limitiert</translation>
    </message>
    <message>
        <source>no ENE at pathology</source>
        <translation>keine ENE in der Pathologie</translation>
    </message>
    <message>
        <source>microscopic ENE, at most 2&#x202f;mm</source>
        <translation>mikroskopische ENE, höchstens 2&#x202f;mm</translation>
    </message>
    <message>
        <source>ENE of more than 2&#x202f;mm</source>
        <translation>ENE von mehr als 2&#x202f;mm</translation>
    </message>
    <message>
        <source>not examined at pathology</source>
        <translation>pathologisch nicht untersucht</translation>
    </message>
    <message>
        <source>pathology, this node</source>
        <translation>Pathologie, dieser Knoten</translation>
    </message>
    <message>
        <source>pathology, this level</source>
        <translation>Pathologie, dieses Level</translation>
    </message>
    <message>
        <source>pathology, whole patient</source>
        <translation>Pathologie, gesamter Hals</translation>
    </message>
    <message>
        <source>panel of readers</source>
        <translation>Befundungspanel</translation>
    </message>
    <message>
        <source>by construction</source>
        <translation>per Konstruktion</translation>
    </message>
    <message>
        <source>teaching draft, one author</source>
        <translation>Lehrentwurf, eine Person</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Side and level</source>
        <translation>Seite und Level</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Grade, certainty</source>
        <translation>Grad, Sicherheit</translation>
    </message>
    <message>
        <source>N category</source>
        <translation>N-Kategorie</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>close</source>
        <translation>nah</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>retropharyngeal</source>
        <translation>retropharyngeal</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is the side (left), %2 the neck level (IIa).</extracomment>
        <translation>%2 %1</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>G3, an adjacent structure is invaded</source>
        <translation>G3, eine Nachbarstruktur ist infiltriert</translation>
    </message>
    <message>
        <source>G2, nodes are coalescent</source>
        <translation>G2, die Knoten konfluieren</translation>
    </message>
    <message>
        <source>G1, extension into the perinodal fat</source>
        <translation>G1, Ausbreitung in das perinodale Fett</translation>
    </message>
    <message>
        <source>G1, indistinct or irregular margin with stranded fat</source>
        <translation>G1, unscharfer oder unregelmäßiger Rand mit streifigem Fett</translation>
    </message>
    <message>
        <source>G0, no criterion is present</source>
        <translation>G0, kein Kriterium liegt vor</translation>
    </message>
    <message>
        <source>Recorded, no criterion</source>
        <translation>Vermerkt, kein Kriterium</translation>
    </message>
    <message>
        <source>Limited image quality lowers the certainty, not the grade</source>
        <translation>Limitierte Bildqualität senkt die Sicherheit, nicht den Grad</translation>
    </message>
    <message>
        <source>Margin and fat could not be measured: no criterion found says little</source>
        <translation>Rand und Fett waren nicht messbar: dass kein Kriterium gefunden wurde, sagt wenig</translation>
    </message>
    <message>
        <source>A recent biopsy lowers the weight of stranding</source>
        <translation>Eine kürzliche Biopsie mindert das Gewicht von Streifen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;Recorded, no criterion&quot;, %2 a finding.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <extracomment>%1 is a rule. The rule decided.</extracomment>
        <translation>%1: ja</translation>
    </message>
    <message>
        <source>%1: no</source>
        <extracomment>%1 is a rule that did not apply.</extracomment>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>Infection or earlier radiation lowers the weight of stranding</source>
        <translation>Infektion oder frühere Bestrahlung senkt das Gewicht des streifigen Fetts</translation>
    </message>
</context>
<context>
    <name>VolumeLooks</name>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Vessels</source>
        <translation>Gefäße</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>Muskel</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Surfaces only</source>
        <translation>Nur Oberflächen</translation>
    </message>
</context>
<context>
    <name>WindowPresets</name>
    <message>
        <source>as stored</source>
        <extracomment>Names of windows, as in &quot;W 350 L 60 · 2 neck&quot;.</extracomment>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>narrow node</source>
        <translation>Knoten eng</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>weit</translation>
    </message>
    <message>
        <source>fat plane</source>
        <translation>Fettlamelle</translation>
    </message>
    <message>
        <source>as opened</source>
        <translation>wie geöffnet</translation>
    </message>
</context>
<context>
    <name>nodewise::atlas::AtlasScreen</name>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>Search the atlas</source>
        <translation>Im Atlas suchen</translation>
    </message>
    <message>
        <source>Level, site, concept; a grade for cases you know</source>
        <translation>Level, Primärtumor, Konzept; Grad bei bekannten Fällen</translation>
    </message>
    <message>
        <source>The case with its reference</source>
        <translation>Der Fall mit seiner Referenz</translation>
    </message>
    <message>
        <source>Open with the reference</source>
        <translation>Mit der Referenz öffnen</translation>
    </message>
    <message>
        <source>Nodes of the case</source>
        <translation>Knoten des Falls</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bekannt</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Anamnese</translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation>Einen Fall wählen</translation>
    </message>
    <message>
        <source>You have not read this case to its end. Opened here, it is asked no more and its later calls do not count.</source>
        <translation>Dieser Fall ist nicht zu Ende befundet. Hier geöffnet, wird er nicht mehr gefragt, und spätere Befundungen zählen nicht.</translation>
    </message>
    <message>
        <source>Opening the case</source>
        <translation>Der Fall wird geöffnet</translation>
    </message>
    <message>
        <source>Cases you know open with their reference at once.</source>
        <translation>Bekannte Fälle öffnen sich gleich mit ihrer Referenz.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
</context>
<context>
    <name>nodewise::bench::BenchScreen</name>
    <message>
        <source>made without extension</source>
        <translation>ohne Ausbreitung gebaut</translation>
    </message>
    <message>
        <source>Same body, same node, same dose. Thinner slices are noisier. A constructed neck; what imaging shows is worked out for each picture.</source>
        <translation>Derselbe Körper, derselbe Knoten, dieselbe Dosis. Dünnere Schichten rauschen mehr. Ein konstruierter Hals; was das Bild zeigt, wird für jedes Bild ausgerechnet.</translation>
    </message>
    <message>
        <source>This picture cannot be drawn.</source>
        <translation>Dieses Bild lässt sich nicht zeichnen.</translation>
    </message>
    <message>
        <source>The picture is being drawn.</source>
        <translation>Das Bild wird gezeichnet.</translation>
    </message>
    <message>
        <source>being drawn</source>
        <translation>wird gezeichnet</translation>
    </message>
    <message>
        <source>Extension %1</source>
        <extracomment>%1 is a depth with its unit.</extracomment>
        <translation>Ausbreitung %1</translation>
    </message>
    <message>
        <source>Without extension</source>
        <translation>Ohne Ausbreitung</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Prüfstand</translation>
    </message>
    <message>
        <source>Node on the bench</source>
        <translation>Knoten auf dem Prüfstand</translation>
    </message>
    <message>
        <source>Teaching and research. Not for diagnosis or treatment.</source>
        <translation>Lehre und Forschung. Nicht für Diagnose oder Behandlung.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Node of the bench %1</source>
        <translation>Knoten %1 des Prüfstands</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>What is turned</source>
        <translation>Was gedreht wird</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Physics</source>
        <translation>Physik</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Depth of the extension</source>
        <translation>Tiefe der Ausbreitung</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>Slice thickness, mm</source>
        <translation>Schichtdicke, mm</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Faltungskern</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>Noise at 1.25&#x202f;mm, HU</source>
        <translation>Rauschen bei 1,25&#x202f;mm, HU</translation>
    </message>
</context>
<context>
    <name>nodewise::bench::DepthSlider</name>
    <message>
        <source>Depth of the extension</source>
        <translation>Tiefe der Ausbreitung</translation>
    </message>
    <message>
        <source>%1&#x202f;mm</source>
        <translation>%1&#x202f;mm</translation>
    </message>
</context>
<context>
    <name>nodewise::bench::ThresholdPanel</name>
    <message>
        <source>48 pictures of four nodes; 8 are without extension. Say of each whether you would call extension. The depth follows your answers; nothing tells you on the way whether you were right.</source>
        <translation>48 Bilder von vier Knoten; 8 davon ohne Ausbreitung. Sagen Sie zu jedem, ob Sie Ausbreitung sehen. Die Tiefe folgt Ihren Antworten; unterwegs sagt Ihnen nichts, ob sie stimmten.</translation>
    </message>
    <message>
        <source>No extension</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Ausbreitung</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>Picture %1: %2 millimetres, %3 to %4</source>
        <extracomment>Spoken: %1 number of the picture, %2 estimate, %3 and %4 its interval, all in mm.</extracomment>
        <translation>Bild %1: %2 Millimeter, %3 bis %4</translation>
    </message>
    <message>
        <source>Estimate after each picture, mm</source>
        <translation>Schätzung nach jedem Bild, mm</translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::ChartCell</name>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>%1 as numbers</source>
        <translation>%1 in Zahlen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::ComparePage</name>
    <message>
        <source>You</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>probability of ENE</source>
        <translation>ENE-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Nodewise</source>
        <translation>Nodewise</translation>
    </message>
    <message>
        <source>its own reading</source>
        <translation>eigene Befundung</translation>
    </message>
    <message>
        <source>Other readers</source>
        <translation>Andere Leser</translation>
    </message>
    <message>
        <source>Your arguments</source>
        <translation>Eigene Argumente</translation>
    </message>
    <message>
        <source>No pack on this computer carries figures of other readers.</source>
        <translation>Kein Paket auf diesem Rechner enthält Werte anderer Leser.</translation>
    </message>
    <message>
        <source>You have disputed no reference yet. What you write there is kept with the case and listed here.</source>
        <translation>Noch keiner Referenz wurde widersprochen. Was dort geschrieben wird, bleibt beim Fall und steht hier.</translation>
    </message>
    <message>
        <source>Reliability on the same nodes</source>
        <translation>Kalibrierung an denselben Knoten</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>Welche Fälle</translation>
    </message>
    <message>
        <source>Constructed</source>
        <translation>Konstruiert</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Other readers on the cases of a pack</source>
        <translation>Andere Leser an den Fällen eines Pakets</translation>
    </message>
    <message>
        <source>Your arguments against a reference</source>
        <translation>Eigene Argumente gegen eine Referenz</translation>
    </message>
    <message>
        <source>said, %</source>
        <translation>Angabe, %</translation>
    </message>
    <message>
        <source>turned out positive, %</source>
        <translation>Referenz positiv, %</translation>
    </message>
    <message>
        <source>The curve begins with the first scored node that Nodewise could measure.</source>
        <translation>Die Kurve beginnt mit dem ersten gewerteten Knoten, den Nodewise messen konnte.</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <source>Mean said</source>
        <translation>Mittlere Angabe</translation>
    </message>
    <message numerus="yes">
        <source>Brier score %1, %n node(s).</source>
        <translation>
            <numerusform>Brier-Score %1, %n Knoten.</numerusform>
            <numerusform>Brier-Score %1, %n Knoten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nodewise abstained: %1 of %2 nodes could not be measured, and for %3 of the rest it gave no probability of ENE at pathology. The newest %4 calls are compared.</source>
        <extracomment>Abstained: the program gave no answer.</extracomment>
        <translation>Enthaltungen von Nodewise: %1 von %2 Knoten waren nicht messbar; bei %3 der übrigen gab es keine Wahrscheinlichkeit für ENE in der Pathologie. Verglichen werden die neuesten %4 Befundungen.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Where you stand</source>
        <translation>Platz unter ihnen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>Eigene Befundung</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Your argument</source>
        <translation>Eigenes Argument</translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::DetailsPage</name>
    <message>
        <source>no node yet</source>
        <translation>noch kein Knoten</translation>
    </message>
    <message>
        <source>after %1 scored nodes</source>
        <translation>nach %1 gewerteten Knoten</translation>
    </message>
    <message>
        <source>after %1 nodes of each class</source>
        <translation>nach %1 Knoten jeder Klasse</translation>
    </message>
    <message>
        <source>needs positive and negative nodes</source>
        <translation>braucht positive und negative Knoten</translation>
    </message>
    <message>
        <source>needs more than one grade</source>
        <translation>braucht mehr als einen Grad</translation>
    </message>
    <message>
        <source>every node lies on its side: the slope has no end</source>
        <translation>jeder Knoten liegt auf seiner Seite: die Steigung ist unbegrenzt</translation>
    </message>
    <message>
        <source>all values are equal</source>
        <translation>alle Werte sind gleich</translation>
    </message>
    <message>
        <source>a value cannot be used</source>
        <translation>ein Wert ist unbrauchbar</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC-Kurve</translation>
    </message>
    <message>
        <source>of the probabilities you gave</source>
        <translation>der angegebenen Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <source>CUSUM of grades that differ</source>
        <translation>CUSUM abweichender Grade</translation>
    </message>
    <message>
        <source>Short axis</source>
        <translation>Kurzachse</translation>
    </message>
    <message>
        <source>Bland–Altman, you less the reference</source>
        <translation>Bland–Altman, Angabe minus Referenz</translation>
    </message>
    <message>
        <source>N category</source>
        <translation>N-Kategorie</translation>
    </message>
    <message>
        <source>rows reference, columns your category</source>
        <translation>Zeilen Referenz, Spalten Angabe</translation>
    </message>
    <message>
        <source>Features against the reference</source>
        <translation>Merkmale gegen die Referenz</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>Log score</source>
        <translation>Log-Score</translation>
    </message>
    <message>
        <source>Brier skill against the base rate</source>
        <translation>Brier-Skill gegen die Basisrate</translation>
    </message>
    <message>
        <source>AUC, DeLong</source>
        <translation>AUC, DeLong</translation>
    </message>
    <message>
        <source>Calibration slope</source>
        <translation>Steigung der Kalibrierung</translation>
    </message>
    <message>
        <source>Calibration in the large</source>
        <translation>Kalibrierung im Ganzen</translation>
    </message>
    <message>
        <source>Ranked probability score of the grade</source>
        <translation>Rangwahrscheinlichkeit des Grads (RPS)</translation>
    </message>
    <message>
        <source>Grade, weighted κ</source>
        <translation>Grad, gewichtetes κ</translation>
    </message>
    <message>
        <source>Grade, Gwet&apos;s AC1</source>
        <translation>Grad, Gwets AC1</translation>
    </message>
    <message>
        <source>Grade, Gwet&apos;s AC2, quadratic</source>
        <translation>Grad, Gwets AC2, quadratisch</translation>
    </message>
    <message>
        <source>Short axis, bias in mm</source>
        <translation>Kurzachse, Abweichung in mm</translation>
    </message>
    <message>
        <source>N category, exact</source>
        <translation>N-Kategorie, genau</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 too high, %2 too low</source>
        <translation>%1 zu hoch, %2 zu tief</translation>
    </message>
    <message>
        <source>Time a node, median</source>
        <translation>Zeit je Knoten, Median</translation>
    </message>
    <message>
        <source>describes, never scores</source>
        <translation>beschreibt, wertet nie</translation>
    </message>
    <message>
        <source>Axial pictures seen, median</source>
        <translation>Gesehene axiale Bilder, Median</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95&#x202f;% interval, or what is missing</source>
        <translation>95-%-Intervall, oder was fehlt</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Sens.</source>
        <translation>Sens.</translation>
    </message>
    <message>
        <source>95&#x202f;%</source>
        <translation>95&#x202f;%</translation>
    </message>
    <message>
        <source>Spec.</source>
        <translation>Spez.</translation>
    </message>
    <message>
        <source>AC1</source>
        <translation>AC1</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>The curve is drawn from %1 positive and %1 negative nodes on: %2 and %3 so far.</source>
        <extracomment>Positive: a node with extranodal extension.</extracomment>
        <translation>Die Kurve beginnt mit %1 positiven und %1 negativen Knoten: bisher %2 und %3.</translation>
    </message>
    <message>
        <source>false positive share</source>
        <translation>Anteil falsch positiv</translation>
    </message>
    <message>
        <source>true positive share</source>
        <translation>Anteil richtig positiv</translation>
    </message>
    <message>
        <source>Area %1, %2.</source>
        <translation>Fläche %1, %2.</translation>
    </message>
    <message>
        <source>The curve begins with the first scored node.</source>
        <translation>Die Kurve beginnt mit dem ersten gewerteten Knoten.</translation>
    </message>
    <message>
        <source>scored nodes</source>
        <translation>gewertete Knoten</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Line: evidence that fewer than %1 of your grades differ. Dashed: that more than %2 do.</source>
        <translation>Linie: Evidenz, dass weniger als %1 der Grade abweichen. Gestrichelt: dass es mehr als %2 sind.</translation>
    </message>
    <message>
        <source>Reached with node %1.</source>
        <translation>Erreicht mit Knoten %1.</translation>
    </message>
    <message>
        <source>Lost again with node %1.</source>
        <translation>Wieder verloren mit Knoten %1.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Differing less expected</source>
        <translation>Abweichend minus erwartet</translation>
    </message>
    <message>
        <source>Adequate</source>
        <translation>Genügt</translation>
    </message>
    <message>
        <source>Not adequate</source>
        <translation>Genügt nicht</translation>
    </message>
    <message>
        <source>The plot is drawn from two measured nodes on: %1 so far.</source>
        <translation>Das Bild beginnt mit zwei gemessenen Knoten: bisher %1.</translation>
    </message>
    <message>
        <source>mean of both, mm</source>
        <translation>Mittel beider, mm</translation>
    </message>
    <message>
        <source>difference, mm</source>
        <translation>Differenz, mm</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>−1.96 SD</source>
        <translation>−1,96 SD</translation>
    </message>
    <message>
        <source>+1.96 SD</source>
        <translation>+1,96 SD</translation>
    </message>
    <message>
        <source>The table begins with the first case whose N category you gave.</source>
        <translation>Die Tabelle beginnt mit dem ersten Fall mit N-Kategorie.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>The last %1 nodes</source>
        <translation>Die letzten %1 Knoten</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Read the card</source>
        <translation>Karte lesen</translation>
    </message>
    <message>
        <source>Sensitivity, calls of 50&#x202f;% or more</source>
        <translation>Sensitivität, ab 50&#x202f;% als ENE</translation>
    </message>
    <message>
        <source>Specificity, calls below 50&#x202f;%</source>
        <translation>Spezifität, unter 50&#x202f;% kein ENE</translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::GroupPage</name>
    <message>
        <source>Argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>No reader has disputed a reference; arguments come with the answer files.</source>
        <translation>Noch keiner Referenz wurde widersprochen; Argumente kommen mit den Antwortdateien.</translation>
    </message>
    <message>
        <source>Disputed references</source>
        <translation>Referenzen mit Widerspruch</translation>
    </message>
    <message>
        <source>after %1 nodes</source>
        <translation>nach %1 Knoten</translation>
    </message>
    <message>
        <source>within the group</source>
        <translation>im Bereich der Gruppe</translation>
    </message>
    <message>
        <source>better than the group</source>
        <translation>besser als die Gruppe</translation>
    </message>
    <message>
        <source>worse than the group</source>
        <translation>schlechter als die Gruppe</translation>
    </message>
    <message>
        <source>No answers of a group yet</source>
        <translation>Noch keine Antworten einer Gruppe</translation>
    </message>
    <message>
        <source>Each reader writes an answer file under Research; import two or more of them here.</source>
        <translation>Jeder Leser schreibt unter Forschung eine Antwortdatei; hier zwei oder mehr davon einlesen.</translation>
    </message>
    <message>
        <source>Import answer files</source>
        <translation>Antwortdateien einlesen</translation>
    </message>
    <message>
        <source>Page as PDF</source>
        <translation>Seite als PDF</translation>
    </message>
    <message>
        <source>Readers and coverage</source>
        <translation>Leser und Abdeckung</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>grades that agree or are close, %</source>
        <translation>Grade, die übereinstimmen oder nah sind, %</translation>
    </message>
    <message>
        <source>Brier score by reader</source>
        <translation>Brier-Score je Leser</translation>
    </message>
    <message>
        <source>95&#x202f;% intervals, from 20 nodes on</source>
        <translation>95-%-Intervalle, ab 20 Knoten</translation>
    </message>
    <message>
        <source>Nodes, hardest first</source>
        <translation>Knoten, schwerste zuerst</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation>
            <numerusform>%n Leser</numerusform>
            <numerusform>%n Leser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Letzte Befundung</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>Brier</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>95&#x202f;%</source>
        <translation>95&#x202f;%</translation>
    </message>
    <message>
        <source>Against the group</source>
        <translation>Gegen die Gruppe</translation>
    </message>
    <message>
        <source>Readers appear here with 20 scored nodes. A smaller number says nothing.</source>
        <translation>Leser erscheinen hier ab 20 gewerteten Knoten. Weniger sagt nichts aus.</translation>
    </message>
    <message>
        <source>reader, in the order of the table</source>
        <translation>Leser, in der Folge der Tabelle</translation>
    </message>
    <message>
        <source>Brier score, 0 is best</source>
        <translation>Brier-Score, 0 ist am besten</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>No scored node names a concept yet.</source>
        <translation>Noch kein gewerteter Knoten nennt ein Konzept.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Agree or close</source>
        <translation>Überein oder nah</translation>
    </message>
    <message>
        <source>Mean Brier</source>
        <translation>Mittlerer Brier</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>Trennschärfe</translation>
    </message>
    <message>
        <source>Commonest error</source>
        <translation>Häufigster Fehler</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Weakest first. A cell needs %1 nodes.</source>
        <translation>Schwächste zuerst. Ein Feld braucht %1 Knoten.</translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::MissList</name>
    <message>
        <source>No call was 80&#x202f;% or more from the reference.</source>
        <translation>Kein Befund lag 80&#x202f;% oder mehr von der Referenz.</translation>
    </message>
    <message>
        <source>Certain, but differs</source>
        <translation>Sicher und abweichend</translation>
    </message>
    <message numerus="yes">
        <source>80&#x202f;% or more from the reference, %n node(s)</source>
        <translation>
            <numerusform>80&#x202f;% oder mehr von der Referenz, %n Knoten</numerusform>
            <numerusform>80&#x202f;% oder mehr von der Referenz, %n Knoten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::ProgressScreen</name>
    <message>
        <source>No scored node yet</source>
        <translation>Noch kein gewerteter Knoten</translation>
    </message>
    <message>
        <source>Skill appears after 20 scored nodes, the curve of reliability from the first.</source>
        <translation>Der Skill erscheint nach 20 gewerteten Knoten, die Kalibrierungskurve ab dem ersten.</translation>
    </message>
    <message>
        <source>Read a node</source>
        <translation>Einen Knoten befunden</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Brier skill by scored node</source>
        <translation>Brier-Skill je gewertetem Knoten</translation>
    </message>
    <message>
        <source>band: 95&#x202f;% bootstrap</source>
        <translation>Band: 95&#x202f;% Bootstrap</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>bars: Wilson 95&#x202f;%, number: nodes</source>
        <translation>Balken: Wilson 95&#x202f;%, Zahl: Knoten</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>rows reference, columns your call</source>
        <translation>Zeilen Referenz, Spalten Befundung</translation>
    </message>
    <message>
        <source>The line is drawn from 8 scored nodes on, positive and negative ones among them: %1 and %2 so far.</source>
        <translation>Die Linie beginnt bei 8 gewerteten Knoten, darunter positive und negative: bisher %1 und %2.</translation>
    </message>
    <message>
        <source>trend counts from %1</source>
        <translation>Trend zählt ab %1</translation>
    </message>
    <message>
        <source>0 = guessing the base rate</source>
        <translation>0 = Raten nach Basisrate</translation>
    </message>
    <message>
        <source>you said, %</source>
        <translation>angegeben, %</translation>
    </message>
    <message>
        <source>turned out positive, %</source>
        <translation>Referenz positiv, %</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Bericht als PDF</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <source>Mean said</source>
        <translation>Mittlere Angabe</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::ResearchPage</name>
    <message>
        <source>Fresh cases</source>
        <translation>Neue Fälle</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Whose calls</source>
        <translation>Wessen Befundungen</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>The group&apos;s</source>
        <translation>Der Gruppe</translation>
    </message>
    <message>
        <source>Certificate as PDF</source>
        <translation>Bescheinigung als PDF</translation>
    </message>
    <message>
        <source>No name leaves the program: a reader is a random identifier, in an answer file your pseudonym.</source>
        <translation>Kein Name verlässt das Programm: Ein Leser ist eine zufällige Kennung, in der Antwortdatei das Pseudonym.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Cases called</source>
        <translation>Befundete Fälle</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Befundungen</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Gewertet</translation>
    </message>
    <message>
        <source>Protocol (packs and versions): %1</source>
        <extracomment>A fingerprint of which packs in which versions are installed.</extracomment>
        <translation>Protokoll (Pakete und Versionen): %1</translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::WeakConceptList</name>
    <message>
        <source>Weakest concepts</source>
        <translation>Schwächste Konzepte</translation>
    </message>
    <message numerus="yes">
        <source>A concept is listed after %n node(s).</source>
        <translation>
            <numerusform>Ein Konzept erscheint nach %n Knoten.</numerusform>
            <numerusform>Ein Konzept erscheint nach %n Knoten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>skill %1</source>
        <translation>Skill %1</translation>
    </message>
</context>
<context>
    <name>nodewise::feedback_screen::EvidenceRow</name>
    <message>
        <source>%1, likelihood ratio %2, %3</source>
        <translation>%1, Likelihood-Ratio %2, %3</translation>
    </message>
    <message>
        <source>%1, supports only, %2</source>
        <translation>%1, stützt nur, %2</translation>
    </message>
    <message>
        <source>supports only</source>
        <translation>stützt nur</translation>
    </message>
</context>
<context>
    <name>nodewise::feedback_screen::FeedbackScreen</name>
    <message>
        <source>Node %1 of %2</source>
        <extracomment>Node %1 of %2.</extracomment>
        <translation>Knoten %1 von %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next node</source>
        <translation>Nächster Knoten</translation>
    </message>
    <message>
        <source>Finish the case</source>
        <translation>Fall abschließen</translation>
    </message>
    <message>
        <source>Dispute the reference</source>
        <translation>Der Referenz widersprechen</translation>
    </message>
    <message>
        <source>What do you see differently? It is kept with this call.</source>
        <translation>Was ist anders zu sehen? Es bleibt bei dieser Befundung gespeichert.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Your objection is kept with this call.</source>
        <translation>Der Widerspruch ist bei dieser Befundung gespeichert.</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Überlagerungen</translation>
    </message>
    <message>
        <source>Back to the spot</source>
        <translation>Zurück zur Stelle</translation>
    </message>
    <message>
        <source>Through the margin</source>
        <translation>Quer durch den Rand</translation>
    </message>
    <message>
        <source>HU along the normal, mm from the edge</source>
        <translation>HU entlang der Normalen, mm von der Kante</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Widersprechen</translation>
    </message>
    <message>
        <source>Practise this</source>
        <translation>Dies üben</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>HU, mm from the edge</source>
        <translation>HU, mm vom Rand</translation>
    </message>
    <message>
        <source>The pack of this case is not at hand: the marks are here, the pictures are not.</source>
        <translation>Das Paket dieses Falls ist nicht da: Die Wertungen sind hier, die Bilder nicht.</translation>
    </message>
    <message>
        <source>On the bench</source>
        <translation>Auf den Prüfstand</translation>
    </message>
    <message>
        <source>This node under other depths and scanners</source>
        <translation>Dieser Knoten mit anderer Tiefe und anderem Scanner</translation>
    </message>
</context>
<context>
    <name>nodewise::feedback_screen::MarginChart</name>
    <message>
        <source>Through the margin: %1 wide at the widest part, %2 at a clean one</source>
        <translation>Quer durch den Rand: %1 an der breitesten Stelle, %2 an einer unauffälligen</translation>
    </message>
    <message>
        <source>widest part: %1</source>
        <translation>breiteste Stelle: %1</translation>
    </message>
    <message>
        <source>clean side: %1</source>
        <translation>unauffällige Seite: %1</translation>
    </message>
</context>
<context>
    <name>nodewise::feedback_screen::MarksPanel</name>
    <message>
        <source>Read the card</source>
        <translation>Karte lesen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Six marks</source>
        <translation>Sechs Wertungen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Herleitung</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>No N category was given.</source>
        <translation>Keine N-Kategorie angegeben.</translation>
    </message>
    <message>
        <source>Compared with the last node of the case.</source>
        <translation>Vergleich nach dem letzten Knoten des Falls.</translation>
    </message>
    <message>
        <source>sens</source>
        <translation>Sens.</translation>
    </message>
    <message>
        <source>spec</source>
        <translation>Spez.</translation>
    </message>
    <message>
        <source>LR+</source>
        <translation>LR+</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>Target: ENE at pathology. Open square, dotted line: our estimate.</source>
        <translation>Ziel: ENE in der Pathologie. Offenes Quadrat, gepunktete Linie: eigene Schätzung.</translation>
    </message>
    <message>
        <source>Target: ENE at pathology. Open square: our estimate. No intervals are published.</source>
        <translation>Ziel: ENE in der Pathologie. Offenes Quadrat: eigene Schätzung. Intervalle sind nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>the same in both editions</source>
        <translation>in beiden Ausgaben gleich</translation>
    </message>
    <message>
        <source>the editions differ here</source>
        <translation>hier weichen die Ausgaben ab</translation>
    </message>
    <message>
        <source>Card %1: %2. %3</source>
        <extracomment>%1 is a code such as E05, %2 what happened, %3 what to do next time.</extracomment>
        <translation>Karte %1: %2. %3</translation>
    </message>
    <message>
        <source>Ultrasound and PET tell metastasis from normal. A high SUV alone is no evidence of ENE.</source>
        <translation>Ultraschall und PET trennen Metastase von normal. Ein hoher SUV allein belegt keine ENE.</translation>
    </message>
</context>
<context>
    <name>nodewise::feedback_screen::MeasuredList</name>
    <message>
        <source>Opens the model card</source>
        <translation>Öffnet die Modellkarte</translation>
    </message>
</context>
<context>
    <name>nodewise::library::ActiveFilterBar</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
</context>
<context>
    <name>nodewise::library::CaseDelegate</name>
    <message>
        <source>Read</source>
        <translation>Befunden</translation>
    </message>
</context>
<context>
    <name>nodewise::library::CasesScreen</name>
    <message>
        <source>Order of the cases</source>
        <translation>Reihenfolge der Fälle</translation>
    </message>
    <message>
        <source>Easy first</source>
        <translation>Leichte zuerst</translation>
    </message>
    <message>
        <source>Hard first</source>
        <translation>Schwere zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s)</source>
        <translation>
            <numerusform>%1 von %n Fall</numerusform>
            <numerusform>%1 von %n Fällen</numerusform>
        </translation>
    </message>
    <message>
        <source>No case on this computer yet</source>
        <translation>Noch kein Fall auf diesem Computer</translation>
    </message>
    <message>
        <source>A case pack is a .nwpack file; drop one anywhere in this window.</source>
        <translation>Ein Fallpaket ist eine .nwpack-Datei; einfach in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Open a case pack</source>
        <translation>Fallpaket öffnen</translation>
    </message>
    <message>
        <source>No case fits these filters</source>
        <translation>Kein Fall passt zu diesen Filtern</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) on this computer.</source>
        <translation>
            <numerusform>%n Fall auf diesem Computer.</numerusform>
            <numerusform>%n Fälle auf diesem Computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Prüfstand</translation>
    </message>
    <message>
        <source>Dial-an-ENE, physics bench and your threshold</source>
        <translation>ENE nach Tiefe, Physik-Prüfstand und Ihre Schwelle</translation>
    </message>
</context>
<context>
    <name>nodewise::library::FacetPanel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Site</source>
        <extracomment>Site of the primary tumour.</extracomment>
        <translation>Primärtumor</translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>Level of the neck, as in &quot;IIa&quot;.</extracomment>
        <translation>Level</translation>
    </message>
    <message>
        <source>Truth</source>
        <extracomment>Kind of the reference a case is compared with.</extracomment>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>%1 easy</source>
        <translation>%1 leicht</translation>
    </message>
    <message>
        <source>%1 hard</source>
        <translation>%1 schwer</translation>
    </message>
</context>
<context>
    <name>nodewise::library::SearchField</name>
    <message>
        <source>Search cases</source>
        <translation>Fälle suchen</translation>
    </message>
    <message>
        <source>Search history, site, concept</source>
        <translation>Anamnese, Primärtumor, Konzept suchen</translation>
    </message>
    <message>
        <source>Search cases   Ctrl F</source>
        <translation>Fälle suchen   Strg F</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::AnswerPanel</name>
    <message>
        <source>not a criterion</source>
        <translation>kein Kriterium</translation>
    </message>
    <message>
        <source>decides</source>
        <translation>entscheidet</translation>
    </message>
    <message>
        <source>strength %1</source>
        <extracomment>How surely a criterion was found: %1 is a share.</extracomment>
        <translation>Stärke %1</translation>
    </message>
    <message>
        <source>No outline yet</source>
        <translation>Noch keine Kontur</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>Draw with the brush.</source>
        <translation>Mit dem Pinsel zeichnen.</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>ENE on imaging %1</source>
        <translation>ENE im Bild %1</translation>
    </message>
    <message>
        <source>No probability: %1.</source>
        <translation>Keine Wahrscheinlichkeit: %1.</translation>
    </message>
    <message>
        <source>No probability: give the site of the primary.</source>
        <translation>Keine Wahrscheinlichkeit: den Sitz des Primärtumors angeben.</translation>
    </message>
    <message>
        <source>From the literature; not calibrated on patients.</source>
        <translation>Aus der Literatur; nicht an Kranken kalibriert.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>sensitivity · specificity · LR+</source>
        <translation>Sensitivität · Spezifität · LR+</translation>
    </message>
    <message>
        <source>(%1 to %2)</source>
        <extracomment>Ends of an interval.</extracomment>
        <translation>(%1 bis %2)</translation>
    </message>
    <message>
        <source>Highest grade: node %1, %2</source>
        <extracomment>%1 is the letter of a node, %2 a grade.</extracomment>
        <translation>Höchster Grad: Knoten %1, %2</translation>
    </message>
    <message>
        <source>The N category needs a measured node.</source>
        <translation>Die N-Kategorie braucht einen gemessenen Knoten.</translation>
    </message>
    <message>
        <source>The N category needs the site of the primary.</source>
        <translation>Die N-Kategorie braucht den Sitz des Primärtumors.</translation>
    </message>
    <message>
        <source>Grades of nodes without your call do not count here yet.</source>
        <translation>Grade von Knoten ohne eigene Befundung zählen hier noch nicht.</translation>
    </message>
    <message>
        <source>To exclude first</source>
        <translation>Zuerst auszuschließen</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Click into a node with the outline tool. Its numbers appear here.</source>
        <translation>Mit dem Konturwerkzeug in einen Knoten klicken. Seine Zahlen erscheinen hier.</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>level?</source>
        <translation>Level?</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>HNCIG grade, measured</source>
        <translation>HNCIG-Grad, gemessen</translation>
    </message>
    <message>
        <source>P(pENE)</source>
        <translation>P(pENE)</translation>
    </message>
    <message>
        <source>a separate answer from the grade</source>
        <translation>eine eigene Antwort neben dem Grad</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::ArrivingPage</name>
    <message>
        <source>Reading the images</source>
        <translation>Die Bilder werden gelesen</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::ComparePane</name>
    <message>
        <source>Linked</source>
        <translation>Gekoppelt</translation>
    </message>
    <message>
        <source>Fused</source>
        <translation>Überlagert</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>The two series have different frames of reference.</source>
        <translation>Die beiden Serien haben verschiedene Bezugssysteme.</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::MeasureScreen</name>
    <message>
        <source>Report as PDF</source>
        <translation>Bericht als PDF</translation>
    </message>
    <message>
        <source>Copy the report as text</source>
        <translation>Bericht als Text kopieren</translation>
    </message>
    <message>
        <source>Numbers as JSON</source>
        <translation>Zahlen als JSON</translation>
    </message>
    <message>
        <source>DICOM: SEG, RTSTRUCT and report</source>
        <translation>DICOM: SEG, RTSTRUCT und Bericht</translation>
    </message>
    <message>
        <source>Save the work</source>
        <translation>Arbeit speichern</translation>
    </message>
    <message>
        <source>Take up saved work</source>
        <translation>Gespeicherte Arbeit aufnehmen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the name of a node, %2 of a plane.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <extracomment>%1 is the name of a file or folder.</extracomment>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Folder for the DICOM objects</source>
        <translation>Ordner für die DICOM-Objekte</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Drop a DICOM folder, a zip, or a NIfTI or NRRD volume of your own. Click a node: its numbers, and after your call the HNCIG grade and what the literature says.</source>
        <translation>Einen eigenen DICOM-Ordner, ein Zip, ein NIfTI- oder NRRD-Volumen hierher ziehen. Einen Knoten anklicken: seine Zahlen, und nach der eigenen Befundung der HNCIG-Grad und was die Literatur sagt.</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>DICOM, with its subfolders</source>
        <translation>DICOM, mit seinen Unterordnern</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>zip, DICOMDIR, NIfTI or NRRD</source>
        <translation>Zip, DICOMDIR, NIfTI oder NRRD</translation>
    </message>
    <message>
        <source>Outlines, calls and measurements of an earlier day</source>
        <translation>Konturen, Befundungen und Messungen eines früheren Tages</translation>
    </message>
    <message>
        <source>Teaching and research. Not for diagnosis or treatment.</source>
        <translation>Lehre und Forschung. Nicht für Diagnose oder Therapie.</translation>
    </message>
    <message>
        <source>Key image %1</source>
        <translation>Schlüsselbild %1</translation>
    </message>
    <message>
        <source>There is no other series in this folder.</source>
        <translation>In diesem Ordner ist keine andere Serie.</translation>
    </message>
    <message>
        <source>In Measure</source>
        <translation>Im Messen</translation>
    </message>
    <message>
        <source>Outline a node by a click</source>
        <translation>Knoten mit einem Klick konturieren</translation>
    </message>
    <message>
        <source>Brush; with Shift it takes away</source>
        <translation>Pinsel; mit Umschalt nimmt er weg</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Show the core&apos;s answer</source>
        <translation>Antwort des Kerns zeigen</translation>
    </message>
    <message>
        <source>Next node</source>
        <translation>Nächster Knoten</translation>
    </message>
    <message>
        <source>SUV by body weight: %1 kg, %2 MBq, half-life %3 min, %4 min to the scan</source>
        <translation>SUV nach Körpergewicht: %1 kg, %2 MBq, Halbwertszeit %3 min, %4 min bis zur Aufnahme</translation>
    </message>
    <message>
        <source>Not written.</source>
        <translation>Nicht geschrieben.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the DICOM objects</source>
        <translation>Die DICOM-Objekte werden geschrieben</translation>
    </message>
    <message>
        <source>Saving the work</source>
        <translation>Die Arbeit wird gesichert</translation>
    </message>
    <message>
        <source>Reading the saved work</source>
        <translation>Die gesicherte Arbeit wird gelesen</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::OddsChart</name>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>%1, in full</source>
        <extracomment>%1 is a likelihood ratio, which counts in full or by its square root.</extracomment>
        <translation>%1, voll</translation>
    </message>
    <message>
        <source>%1, half</source>
        <translation>%1, halb</translation>
    </message>
    <message>
        <source>Log-odds</source>
        <translation>Log-Odds</translation>
    </message>
    <message>
        <source>LR, weight</source>
        <translation>LR, Gewicht</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::OutlineColumn</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the letter of a node, %2 &quot;left IIa&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s)</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Another series</source>
        <translation>Andere Serie</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Konturen</translation>
    </message>
    <message>
        <source>Outline a node</source>
        <translation>Knoten konturieren</translation>
    </message>
    <message>
        <source>Remove this outline</source>
        <translation>Diese Kontur entfernen</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>Strukturen</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gefüllt</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Key image %1</source>
        <extracomment>%1 is a number.</extracomment>
        <translation>Schlüsselbild %1</translation>
    </message>
    <message>
        <source>Fill between slices</source>
        <translation>Zwischen Schichten füllen</translation>
    </message>
    <message>
        <source>Draws the slices that were left out between those outlined by hand.</source>
        <translation>Zeichnet die Schichten, die zwischen den von Hand konturierten ausgelassen wurden.</translation>
    </message>
    <message>
        <source>Opacity of the filling</source>
        <translation>Deckkraft der Füllung</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::OwnCall</name>
    <message>
        <source>Show the core&apos;s answer</source>
        <translation>Antwort des Kerns zeigen</translation>
    </message>
    <message>
        <source>ENE on imaging, your probability</source>
        <translation>ENE im Bild, eigene Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Your grade</source>
        <translation>Eigener Grad</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>Eigene Befundung</translation>
    </message>
    <message>
        <source>The core&apos;s grade and probability follow your own.</source>
        <translation>Grad und Wahrscheinlichkeit des Kerns folgen der eigenen Angabe.</translation>
    </message>
    <message>
        <source>%1, ENE on imaging %2</source>
        <extracomment>%1 is a grade, %2 a share.</extracomment>
        <translation>%1, ENE im Bild %2</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::PatientForm</name>
    <message>
        <source>Site of the primary</source>
        <translation>Sitz des Primärtumors</translation>
    </message>
    <message>
        <source>p16</source>
        <translation>p16</translation>
    </message>
    <message>
        <source>Side of the primary</source>
        <translation>Seite des Primärtumors</translation>
    </message>
    <message>
        <source>Biopsy</source>
        <translation>Biopsie</translation>
    </message>
    <message>
        <source>Infection</source>
        <translation>Infektion</translation>
    </message>
    <message>
        <source>Radiotherapy</source>
        <translation>Bestrahlung</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Site not given</source>
        <translation>Primärtumor offen</translation>
    </message>
    <message>
        <source>p16 not known</source>
        <translation>p16 unbekannt</translation>
    </message>
    <message>
        <source>No biopsy known</source>
        <translation>Keine Biopsie bekannt</translation>
    </message>
    <message>
        <source>Biopsy within 1 week</source>
        <translation>Biopsie in 1 Woche</translation>
    </message>
    <message>
        <source>Biopsy within 4 weeks</source>
        <translation>Biopsie in 4 Wochen</translation>
    </message>
    <message>
        <source>Biopsy longer ago</source>
        <translation>Biopsie länger her</translation>
    </message>
    <message>
        <source>Side not known</source>
        <translation>Seite nicht bekannt</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::ProbabilityBar</name>
    <message>
        <source>%1, interval %2</source>
        <translation>%1, Intervall %2</translation>
    </message>
    <message>
        <source>start %1</source>
        <translation>Start %1</translation>
    </message>
</context>
<context>
    <name>nodewise::measure_screen::SeriesChooser</name>
    <message>
        <source>Series without a name</source>
        <translation>Serie ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>no regular grid</source>
        <translation>kein regelmäßiges Gitter</translation>
    </message>
    <message>
        <source>Which series</source>
        <translation>Welche Serie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>nodewise::models::AtlasModel</name>
    <message>
        <source>%1: %2 · margin %3 · fat %4 · %5 × %6</source>
        <extracomment>%1 side and level, %2 grade, %3 margin, %4 fat, %5 and %6 short and long axis.</extracomment>
        <translation>%1: %2 · Rand %3 · Fett %4 · %5 × %6</translation>
    </message>
</context>
<context>
    <name>nodewise::models::CasesModel</name>
    <message>
        <source>Fresh cases</source>
        <translation>Neue Fälle</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>difficulty %1 of 5</source>
        <translation>Schwierigkeit %1 von 5</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Oropharynx</source>
        <extracomment>Site of the primary tumour.</extracomment>
        <translation>Oropharynx</translation>
    </message>
    <message>
        <source>Unknown primary</source>
        <extracomment>Site of the primary tumour is not known.</extracomment>
        <translation>Unbekannter Primärtumor</translation>
    </message>
    <message>
        <source>Larynx, hypopharynx</source>
        <extracomment>Sites of the primary tumour.</extracomment>
        <translation>Larynx, Hypopharynx</translation>
    </message>
    <message>
        <source>Difficulty %1–%2</source>
        <translation>Schwierigkeit %1–%2</translation>
    </message>
</context>
<context>
    <name>nodewise::models::CompareModel</name>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Grade, weighted κ</source>
        <translation>Grad, gewichtetes κ</translation>
    </message>
    <message>
        <source>after %1 scored nodes of this pack: %2 so far</source>
        <translation>nach %1 gewerteten Knoten dieses Pakets: bisher %2</translation>
    </message>
    <message>
        <source>after %1 positive and %1 negative nodes of this pack</source>
        <translation>nach %1 positiven und %1 negativen Knoten dieses Pakets</translation>
    </message>
    <message>
        <source>cannot be told from these nodes</source>
        <translation>aus diesen Knoten nicht zu sagen</translation>
    </message>
    <message numerus="yes">
        <source>better than %1 of %n reader(s)</source>
        <translation>
            <numerusform>besser als %1 von %n Leser</numerusform>
            <numerusform>besser als %1 von %n Lesern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; your interval reaches over their middle</source>
        <translation>%1; das Intervall reicht über ihre Mitte</translation>
    </message>
    <message>
        <source>%1 to %2, half of them %3 to %4</source>
        <translation>%1 bis %2, die Hälfte %3 bis %4</translation>
    </message>
</context>
<context>
    <name>nodewise::models::DrillModel</name>
    <message>
        <source>Drill</source>
        <translation>Üben</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s): %1 agree or are close, %2 over the time, %3 each.</source>
        <translation>
            <numerusform>%n Knoten: %1 stimmt überein oder ist nah, %2 über der Zeit, je %3.</numerusform>
            <numerusform>%n Knoten: %1 stimmen überein oder sind nah, %2 über der Zeit, je %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::models::ImportModel</name>
    <message>
        <source>Series without a name</source>
        <translation>Serie ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n image(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n Bild</numerusform>
            <numerusform>%1 · %2 · %n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) skipped.</source>
        <translation>
            <numerusform>%n Datei übersprungen.</numerusform>
            <numerusform>%n Dateien übersprungen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::models::MeasureModel</name>
    <message>
        <source>Outlines from a file</source>
        <translation>Konturen aus einer Datei</translation>
    </message>
    <message>
        <source>Outline a node</source>
        <translation>Knoten konturieren</translation>
    </message>
    <message>
        <source>New outline</source>
        <translation>Neue Kontur</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Draw the outline</source>
        <translation>Kontur zeichnen</translation>
    </message>
    <message>
        <source>Remove outline</source>
        <translation>Kontur entfernen</translation>
    </message>
    <message>
        <source>Fill between slices</source>
        <translation>Zwischen Schichten füllen</translation>
    </message>
</context>
<context>
    <name>nodewise::models::MeetingModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Review meeting</source>
        <translation>Fallbesprechung</translation>
    </message>
    <message>
        <source>Mean distance to the reference: %1 grades before, %2 after.</source>
        <extracomment>Mean distance of the votes to the reference, in grades, before and after the discussion.</extracomment>
        <translation>Mittlerer Abstand zur Referenz: %1 Grade vorher, %2 nachher.</translation>
    </message>
</context>
<context>
    <name>nodewise::models::PairModel</name>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Reference %1. You said %2 then.</source>
        <translation>Referenz %1. Angabe damals %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pair(s) so far</source>
        <translation>
            <numerusform>%1 von %n Paar bisher</numerusform>
            <numerusform>%1 von %n Paaren bisher</numerusform>
        </translation>
    </message>
    <message>
        <source>A pair needs a called node with ENE and one without: %1 and %2 so far.</source>
        <translation>Ein Paar braucht einen befundeten Knoten mit ENE und einen ohne: bisher %1 und %2.</translation>
    </message>
    <message>
        <source>Every pair of your calls is compared. More come with the next cases.</source>
        <translation>Alle Paare der Befundungen sind verglichen. Weitere kommen mit den nächsten Fällen.</translation>
    </message>
</context>
<context>
    <name>nodewise::models::ProgressModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Brier skill</source>
        <translation>Brier-Skill</translation>
    </message>
    <message>
        <source>needs positive and negative nodes</source>
        <translation>braucht positive und negative Knoten</translation>
    </message>
    <message>
        <source>after %1 scored nodes: %2 so far</source>
        <translation>nach %1 gewerteten Knoten: bisher %2</translation>
    </message>
    <message>
        <source>AUC</source>
        <extracomment>Area under the ROC curve.</extracomment>
        <translation>AUC</translation>
    </message>
    <message>
        <source>after %1 positive and %1 negative nodes: %2 and %3 so far</source>
        <extracomment>Positive: a node with extranodal extension by the reference.</extracomment>
        <translation>nach %1 positiven und %1 negativen Knoten: bisher %2 und %3</translation>
    </message>
    <message>
        <source>Grade, weighted κ</source>
        <extracomment>Quadratic-weighted kappa of the grade.</extracomment>
        <translation>Grad, gewichtetes κ</translation>
    </message>
    <message>
        <source>needs more than one grade</source>
        <translation>braucht mehr als einen Grad</translation>
    </message>
    <message>
        <source>Grade agrees, reason differs</source>
        <translation>Grad gleich, Grund anders</translation>
    </message>
    <message>
        <source>no grade agrees yet</source>
        <translation>noch kein Grad stimmt überein</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Size error, short axis</source>
        <translation>Größenfehler, Kurzachse</translation>
    </message>
    <message>
        <source>no node measured yet</source>
        <translation>noch kein Knoten gemessen</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>±%1 limits</source>
        <extracomment>Bland-Altman limits of agreement.</extracomment>
        <translation>Grenzen ±%1</translation>
    </message>
    <message numerus="yes">
        <source>%n scored node(s)</source>
        <translation>
            <numerusform>%n gewerteter Knoten</numerusform>
            <numerusform>%n gewertete Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fällen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 since %3</source>
        <extracomment>%1 &quot;64 scored nodes&quot;, %2 &quot;41 cases&quot;, %3 a day.</extracomment>
        <translation>%1 in %2 seit %3</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message numerus="yes">
        <source>Read it together with the counts: %n node(s) so far.</source>
        <translation>
            <numerusform>Nur zusammen mit den Zahlen lesen: bisher %n Knoten.</numerusform>
            <numerusform>Nur zusammen mit den Zahlen lesen: bisher %n Knoten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Above 60&#x202f;% you are surer than you are right: %n node(s), %1 positive.</source>
        <translation>
            <numerusform>Über 60&#x202f;% ist die Sicherheit höher als die Trefferquote: %n Knoten, %1 positiv.</numerusform>
            <numerusform>Über 60&#x202f;% ist die Sicherheit höher als die Trefferquote: %n Knoten, %1 positiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Above 60&#x202f;% you are righter than you are sure: %n node(s), %1 positive.</source>
        <translation>
            <numerusform>Über 60&#x202f;% ist die Trefferquote höher als die Sicherheit: %n Knoten, %1 positiv.</numerusform>
            <numerusform>Über 60&#x202f;% ist die Trefferquote höher als die Sicherheit: %n Knoten, %1 positiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Above 60&#x202f;% you are about as sure as you are right: %n node(s), %1 positive.</source>
        <translation>
            <numerusform>Über 60&#x202f;% passen Sicherheit und Trefferquote zusammen: %n Knoten, %1 positiv.</numerusform>
            <numerusform>Über 60&#x202f;% passen Sicherheit und Trefferquote zusammen: %n Knoten, %1 positiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 called %2 %n time(s).</source>
        <translation>
            <numerusform>%1 %n-mal als %2 befundet.</numerusform>
            <numerusform>%1 %n-mal als %2 befundet.</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>Format of a day, as QLocale takes it.</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Progress report</source>
        <translation>Fortschrittsbericht</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Certificate of practice</source>
        <translation>Bescheinigung über Übung</translation>
    </message>
    <message>
        <source>Last 20 nodes: %1.</source>
        <extracomment>What happened over the last 20 scored nodes, a few words.</extracomment>
        <translation>Letzte 20 Knoten: %1.</translation>
    </message>
</context>
<context>
    <name>nodewise::models::ReadingModel</name>
    <message>
        <source>The references of a test open when all its cases are called.</source>
        <translation>Die Referenzen eines Tests öffnen sich, wenn alle Fälle befundet sind.</translation>
    </message>
</context>
<context>
    <name>nodewise::models::ReplayModel</name>
    <message>
        <source>No path was kept with this call.</source>
        <translation>Mit dieser Befundung wurde kein Suchweg gespeichert.</translation>
    </message>
    <message>
        <source>The pack of this case is no longer on this computer.</source>
        <translation>Das Paket dieses Falls ist nicht mehr auf diesem Rechner.</translation>
    </message>
    <message numerus="yes">
        <source>Axial %1, %2 of it at the node; came back %n time(s); %3 of the volume never seen.</source>
        <translation>
            <numerusform>Axial %1, davon %2 am Knoten; %n-mal zurückgekehrt; %3 des Volumens nie gesehen.</numerusform>
            <numerusform>Axial %1, davon %2 am Knoten; %n-mal zurückgekehrt; %3 des Volumens nie gesehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::models::Safekeeping</name>
    <message>
        <source>dddd d MMMM yyyy, HH:mm</source>
        <extracomment>Format of a day and a time, as QLocale takes it.</extracomment>
        <translation>dddd, d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Your progress lies in a folder of %1. Two computers that write it at once damage it; choose a folder of this computer with --data-dir.</source>
        <translation>Der Fortschritt liegt in einem Ordner von %1. Schreiben zwei Rechner zugleich, wird er beschädigt; mit --data-dir einen Ordner dieses Rechners wählen.</translation>
    </message>
</context>
<context>
    <name>nodewise::models::TestModel</name>
    <message>
        <source>Test of %1</source>
        <translation>Test vom %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>%1 · %2 · seed %3</source>
        <translation>%1 · %2 · Startwert %3</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::models::TodayModel</name>
    <message>
        <source>%1, case %2</source>
        <translation>%1, Fall %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>you %1, %2</source>
        <translation>Angabe %1, %2</translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation>Ref. %1</translation>
    </message>
    <message>
        <source>Skill appears after %1 scored nodes: %2 so far.</source>
        <translation>Der Skill erscheint nach %1 gewerteten Knoten: bisher %2.</translation>
    </message>
    <message>
        <source>AUC after %1 positive and %1 negative nodes: %2 and %3 so far.</source>
        <extracomment>AUC: area under the ROC curve. Positive: a node with extranodal extension.</extracomment>
        <translation>AUC nach %1 positiven und %1 negativen Knoten: bisher %2 und %3.</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Guten Morgen</translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation>Guten Morgen, %1</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Guten Tag</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>Guten Tag, %1</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Guten Abend</translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation>Guten Abend, %1</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>Format of the day at the head of the first screen, as QLocale takes it.</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message numerus="yes">
        <source>exam in %n day(s)</source>
        <translation>
            <numerusform>Prüfung in %n Tag</numerusform>
            <numerusform>Prüfung in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) this week</source>
        <translation>
            <numerusform>%n Knoten in dieser Woche</numerusform>
            <numerusform>%n Knoten in dieser Woche</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1, node %2 of %3</source>
        <translation>%1, Knoten %2 von %3</translation>
    </message>
    <message>
        <source>%1, all nodes called</source>
        <translation>%1, alle Knoten befundet</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) called and saved.</source>
        <translation>
            <numerusform>%n Knoten befundet und gespeichert.</numerusform>
            <numerusform>%n Knoten befundet und gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You stopped at image %1, %n minute(s) in.</source>
        <translation>
            <numerusform>Zuletzt bei Bild %1, nach %n Minute.</numerusform>
            <numerusform>Zuletzt bei Bild %1, nach %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped at image %1.</source>
        <translation>Zuletzt bei Bild %1.</translation>
    </message>
    <message>
        <source>The pack of this case is no longer on this computer.</source>
        <translation>Das Paket dieses Falls ist nicht mehr auf diesem Computer.</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Nächster Fall</translation>
    </message>
    <message>
        <source>Difficulty %1 of 5, %2.</source>
        <translation>Schwierigkeit %1 von 5, %2.</translation>
    </message>
    <message>
        <source>Concepts come back here after their first scored node.</source>
        <translation>Konzepte kommen hier nach dem ersten gewerteten Knoten wieder.</translation>
    </message>
    <message>
        <source>Nothing is due. Concepts come back when they begin to fade.</source>
        <translation>Nichts ist fällig. Konzepte kommen wieder, wenn sie zu verblassen beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s) done</source>
        <translation>
            <numerusform>%1 von %n Fall erledigt</numerusform>
            <numerusform>%1 von %n Fällen erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s) called. Feedback at the end.</source>
        <translation>
            <numerusform>%1 von %n Fall befundet. Rückmeldung am Ende.</numerusform>
            <numerusform>%1 von %n Fällen befundet. Rückmeldung am Ende.</numerusform>
        </translation>
    </message>
    <message>
        <source>Eight cases that you have not read. Feedback at the end.</source>
        <translation>Acht neue Fälle. Rückmeldung am Ende.</translation>
    </message>
    <message>
        <source>Last test: %1</source>
        <translation>Letzter Test: %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>Continue the test</source>
        <translation>Test fortsetzen</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Für heute fertig</translation>
    </message>
    <message numerus="yes">
        <source>Your %n call(s) of today are made. More is yours to choose.</source>
        <translation>
            <numerusform>Die %n Befundung für heute ist gemacht. Mehr ist freigestellt.</numerusform>
            <numerusform>Die %n Befundungen für heute sind gemacht. Mehr ist freigestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>You read it a month ago or more: do you see it again?</source>
        <translation>Vor einem Monat oder mehr befundet: Ist es wieder zu sehen?</translation>
    </message>
    <message>
        <source>It trains: %1</source>
        <extracomment>%1 is the name of a concept, such as &quot;Lost plane or contact&quot;.</extracomment>
        <translation>Es übt: %1</translation>
    </message>
    <message>
        <source>A fresh case is being drawn</source>
        <translation>Ein neuer Fall wird gezeichnet</translation>
    </message>
    <message>
        <source>You have read every case that trains this: %1</source>
        <translation>Jeder Fall hierzu ist gelesen: %1</translation>
    </message>
    <message>
        <source>Fresh cases</source>
        <translation>Neue Fälle</translation>
    </message>
</context>
<context>
    <name>nodewise::practice::MeetingScreen</name>
    <message>
        <source>No node to discuss</source>
        <translation>Kein Knoten zu besprechen</translation>
    </message>
    <message>
        <source>Import the answer files of two readers or more; nodes that both called appear here.</source>
        <translation>Antwortdateien von zwei oder mehr Lesern einlesen; Knoten, die beide befundet haben, erscheinen hier.</translation>
    </message>
    <message>
        <source>Import answer files</source>
        <translation>Antwortdateien einlesen</translation>
    </message>
    <message>
        <source>Review meeting</source>
        <translation>Fallbesprechung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Nodes to discuss</source>
        <translation>Knoten zur Besprechung</translation>
    </message>
    <message>
        <source>The node with everyone&apos;s marks</source>
        <translation>Der Knoten mit allen Markierungen</translation>
    </message>
    <message>
        <source>Calls of all readers</source>
        <translation>Befundungen aller Leser</translation>
    </message>
    <message>
        <source>Hands now</source>
        <translation>Stimmen jetzt</translation>
    </message>
    <message>
        <source>Hands for %1</source>
        <translation>Stimmen für %1</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Uneinig</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Choose a node</source>
        <translation>Einen Knoten wählen</translation>
    </message>
    <message>
        <source>Show the spread</source>
        <translation>Streuung zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) called it. Look first.</source>
        <translation>
            <numerusform>%n Leser hat ihn befundet. Erst ansehen.</numerusform>
            <numerusform>%n Leser haben ihn befundet. Erst ansehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>G0 %1 · G1 %2 · G2 %3 · G3 %4; said %5, middle half %6 to %7.</source>
        <translation>G0 %1 · G1 %2 · G2 %3 · G3 %4; Angabe %5, mittlere Hälfte %6 bis %7.</translation>
    </message>
    <message>
        <source>Reference %1. %2</source>
        <translation>Referenz %1. %2</translation>
    </message>
    <message>
        <source>Keep the second vote</source>
        <translation>Zweite Abstimmung festlegen</translation>
    </message>
    <message>
        <source>Show the reference</source>
        <translation>Referenz zeigen</translation>
    </message>
    <message>
        <source>Next node</source>
        <translation>Nächster Knoten</translation>
    </message>
</context>
<context>
    <name>nodewise::practice::PairScreen</name>
    <message>
        <source>Which of these two has ENE</source>
        <translation>Welcher von beiden hat ENE</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Nächstes Paar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>Linkes Bild</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>The left one has ENE</source>
        <translation>Der linke hat ENE</translation>
    </message>
    <message>
        <source>The right one has ENE</source>
        <translation>Der rechte hat ENE</translation>
    </message>
    <message>
        <source>No pair to compare</source>
        <translation>Kein Paar zu vergleichen</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
</context>
<context>
    <name>nodewise::practice::ReplayScreen</name>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>koronal</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>Steps of the search</source>
        <translation>Schritte der Suche</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Search path</source>
        <translation>Suchweg</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>nodewise::practice::ReplayView</name>
    <message>
        <source>Dwell on the coronal picture</source>
        <translation>Verweildauer auf dem koronalen Bild</translation>
    </message>
    <message>
        <source>you</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>by the book</source>
        <translation>nach Lehrbuch</translation>
    </message>
</context>
<context>
    <name>nodewise::practice::TestResultScreen</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Calls of the test</source>
        <translation>Befundungen des Tests</translation>
    </message>
    <message>
        <source>Test result</source>
        <translation>Testergebnis</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Search path of the node</source>
        <translation>Suchweg des Knotens</translation>
    </message>
    <message>
        <source>Go through the nodes</source>
        <translation>Knoten durchgehen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>you said, %</source>
        <translation>Angabe, %</translation>
    </message>
    <message>
        <source>turned out positive, %</source>
        <translation>Referenz positiv, %</translation>
    </message>
    <message numerus="yes">
        <source>The references are being opened: %1 of %n node(s) so far.</source>
        <translation>
            <numerusform>Die Referenzen werden geöffnet: bisher %1 von %n Knoten.</numerusform>
            <numerusform>Die Referenzen werden geöffnet: bisher %1 von %n Knoten.</numerusform>
        </translation>
    </message>
    <message>
        <source>after %1 scored nodes: %2 so far</source>
        <translation>nach %1 gewerteten Knoten: bisher %2</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>Brier skill</source>
        <translation>Brier-Skill</translation>
    </message>
    <message>
        <source>Grade, weighted κ</source>
        <translation>Grad, gewichtetes κ</translation>
    </message>
    <message>
        <source>N category</source>
        <translation>N-Kategorie</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Grade mark</source>
        <translation>Wertung Grad</translation>
    </message>
    <message>
        <source>Short axis</source>
        <translation>Kurzachse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message numerus="yes">
        <source>Intervals are wide with %n node(s): read them together with your progress.</source>
        <translation>
            <numerusform>Mit %n Knoten sind die Intervalle weit: zusammen mit dem Fortschritt lesen.</numerusform>
            <numerusform>Mit %n Knoten sind die Intervalle weit: zusammen mit dem Fortschritt lesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::read::CallFoot</name>
    <message>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>Commit node %1</source>
        <translation>Knoten %1 festlegen</translation>
    </message>
    <message>
        <source>Your call is saved.</source>
        <translation>Die Befundung ist gespeichert.</translation>
    </message>
    <message>
        <source>Comparing with the reference</source>
        <translation>Vergleich mit der Referenz</translation>
    </message>
</context>
<context>
    <name>nodewise::read::CallPanel</name>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>Side and level</source>
        <translation>Seite und Level</translation>
    </message>
    <message>
        <source>ENE probability</source>
        <translation>ENE-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>iENE grade</source>
        <translation>iENE-Grad</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Perinodal fat</source>
        <translation>Perinodales Fett</translation>
    </message>
    <message>
        <source>Adjacent structure</source>
        <translation>Nachbarstruktur</translation>
    </message>
    <message>
        <source>Which structure</source>
        <translation>Welche Struktur</translation>
    </message>
    <message>
        <source>Also present</source>
        <translation>Außerdem vorhanden</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Short axis, mm</source>
        <translation>Kurzachse, mm</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Long axis, mm</source>
        <translation>Langachse, mm</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>N category</source>
        <translation>N-Kategorie</translation>
    </message>
    <message>
        <source>Image quality</source>
        <translation>Bildqualität</translation>
    </message>
    <message>
        <source>Next step, in your words</source>
        <translation>Nächster Schritt, in eigenen Worten</translation>
    </message>
    <message>
        <source>Pathology would show ENE</source>
        <translation>Pathologie würde ENE zeigen</translation>
    </message>
</context>
<context>
    <name>nodewise::read::NodeColumn</name>
    <message>
        <source>Mark a node</source>
        <translation>Knoten markieren</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 nodes of %2 are called.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <extracomment>%1 is the time of day.</extracomment>
        <translation>Gespeichert %1</translation>
    </message>
</context>
<context>
    <name>nodewise::read::NodeList</name>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
</context>
<context>
    <name>nodewise::read::NodeListModel</name>
    <message>
        <source>called</source>
        <translation>befundet</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Node %1, %2, called, %3</source>
        <translation>Knoten %1, %2, befundet, %3</translation>
    </message>
    <message>
        <source>Node %1, %2, open</source>
        <translation>Knoten %1, %2, offen</translation>
    </message>
</context>
<context>
    <name>nodewise::read::ReadScreen</name>
    <message>
        <source>Opening the case</source>
        <translation>Der Fall wird geöffnet</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Kein Fall ist geöffnet.</translation>
    </message>
    <message>
        <source>A case opens with its whole volume; nothing is asked before you look.</source>
        <translation>Ein Fall öffnet sich mit dem ganzen Volumen; vor dem Ansehen wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation>Einen Fall wählen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>Choose another case</source>
        <translation>Anderen Fall wählen</translation>
    </message>
    <message>
        <source>%1 is finished.</source>
        <extracomment>%1 is the name of the case.</extracomment>
        <translation>%1 ist abgeschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) called and saved.</source>
        <translation>
            <numerusform>%n Knoten befundet und gespeichert.</numerusform>
            <numerusform>%n Knoten befundet und gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the next case</source>
        <translation>Nächsten Fall wählen</translation>
    </message>
    <message>
        <source>Neck, soft tissue</source>
        <translation>Hals, Weichteil</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 darüber</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>nodewise::read::SeriesCard</name>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Series on screen</source>
        <translation>Serie auf dem Bildschirm</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n image(s)</source>
        <extracomment>%1 is the slice spacing with its unit, %n the number of images.</extracomment>
        <translation>
            <numerusform>%1 · %n Bild</numerusform>
            <numerusform>%1 · %n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::read::ViewingNote</name>
    <message>
        <source>Viewing only</source>
        <translation>Nur Ansicht</translation>
    </message>
    <message>
        <source>This series belongs to no case. It can be looked at and measured; there is no reference to compare a call with.</source>
        <translation>Diese Serie gehört zu keinem Fall. Ansehen und Messen sind möglich; für eine Befundung fehlt die Referenz.</translation>
    </message>
    <message>
        <source>Teaching and research. Not for diagnosis or treatment.</source>
        <translation>Lehre und Forschung. Nicht für Diagnose oder Behandlung.</translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation>Einen Fall wählen</translation>
    </message>
</context>
<context>
    <name>nodewise::remedies::RemedyCardView</name>
    <message>
        <source>Read card %1, %2</source>
        <extracomment>%1 is a code such as P6, %2 the card&apos;s title.</extracomment>
        <translation>Karte %1 lesen, %2</translation>
    </message>
    <message>
        <source>Constructed CT picture for this card</source>
        <translation>Konstruiertes CT-Bild zu dieser Karte</translation>
    </message>
    <message>
        <source>Constructed neck. C: capsule. E: tumour beyond it. Dotted: other nodes.</source>
        <translation>Konstruierter Hals. C: Kapsel. E: Tumor jenseits davon. Gepunktet: andere Knoten.</translation>
    </message>
    <message>
        <source>The picture is being drawn.</source>
        <translation>Das Bild wird gezeichnet.</translation>
    </message>
</context>
<context>
    <name>nodewise::remedies::TeachingView</name>
    <message>
        <source>What this case teaches</source>
        <translation>Was dieser Fall lehrt</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
</context>
<context>
    <name>nodewise::render::SurfaceOverlay</name>
    <message>
        <source>Node surface</source>
        <translation>Knotenoberfläche</translation>
    </message>
    <message>
        <source>Making the surface …</source>
        <translation>Die Oberfläche entsteht …</translation>
    </message>
    <message>
        <source>No outline to show</source>
        <translation>Keine Kontur vorhanden</translation>
    </message>
    <message>
        <source>drag to turn</source>
        <translation>zum Drehen ziehen</translation>
    </message>
    <message>
        <source>white line %1</source>
        <translation>weiße Linie %1</translation>
    </message>
    <message>
        <source>grey: not measured</source>
        <translation>grau: nicht gemessen</translation>
    </message>
    <message>
        <source>3‑D</source>
        <translation>3‑D</translation>
    </message>
</context>
<context>
    <name>nodewise::render::SurfaceView</name>
    <message>
        <source>3‑D is switched off. Slices, measurements and feedback work as usual.</source>
        <translation>3‑D ist ausgeschaltet. Schichten, Messungen und Rückmeldung funktionieren wie gewohnt.</translation>
    </message>
    <message>
        <source>3‑D needs OpenGL 3.2. This display offers less; everything else works.</source>
        <translation>3‑D braucht OpenGL 3.2. Diese Anzeige bietet weniger; alles andere funktioniert.</translation>
    </message>
    <message>
        <source>This display has no OpenGL, so there is no 3‑D view. Everything else works.</source>
        <translation>Diese Anzeige hat kein OpenGL, daher keine Ansicht in 3‑D. Alles andere funktioniert.</translation>
    </message>
    <message>
        <source>Node surface in 3‑D</source>
        <translation>Knotenoberfläche in 3‑D</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>hinten</translation>
    </message>
    <message>
        <source>front</source>
        <translation>vorn</translation>
    </message>
    <message>
        <source>above</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>Where the reader stands, as in &quot;from left, behind&quot;.</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>What of the CT is seen</source>
        <translation>Was vom CT zu sehen ist</translation>
    </message>
    <message>
        <source>Shift + V</source>
        <translation>Umschalt + V</translation>
    </message>
</context>
<context>
    <name>nodewise::shell::KeysSection</name>
    <message>
        <source>Keys of Nodewise</source>
        <translation>Tasten von Nodewise</translation>
    </message>
    <message>
        <source>Mouse on the pictures</source>
        <translation>Maus auf den Bildern</translation>
    </message>
    <message>
        <source>Key sheet as PDF</source>
        <translation>Tastenblatt als PDF</translation>
    </message>
    <message>
        <source>Keys as delivered</source>
        <translation>Tasten wie geliefert</translation>
    </message>
    <message>
        <source>getting about</source>
        <translation>Wege durch das Programm</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>sheet of keys</source>
        <translation>Tastenblatt</translation>
    </message>
</context>
<context>
    <name>nodewise::shell::PracticeWays</name>
    <message>
        <source>Atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>Which test</source>
        <translation>Welcher Test</translation>
    </message>
    <message>
        <source>8 cases: 3 easy, 3 middle, 2 hard</source>
        <translation>8 Fälle: 3 leicht, 3 mittel, 2 schwer</translation>
    </message>
    <message>
        <source>4 cases: 2 easy, 1 middle, 1 hard</source>
        <translation>4 Fälle: 2 leicht, 1 mittel, 1 schwer</translation>
    </message>
    <message>
        <source>8 hard cases: 2 middle, 6 hard</source>
        <translation>8 schwere Fälle: 2 mittel, 6 schwer</translation>
    </message>
    <message>
        <source>Seed of the test</source>
        <translation>Startwert des Tests</translation>
    </message>
    <message>
        <source>The same seed and packs give the same test</source>
        <translation>Gleicher Startwert und gleiche Pakete geben denselben Test</translation>
    </message>
    <message>
        <source>This is no seed</source>
        <translation>Das ist kein Startwert</translation>
    </message>
    <message>
        <source>A seed is a whole number.</source>
        <translation>Ein Startwert ist eine ganze Zahl.</translation>
    </message>
    <message>
        <source>There are too few cases for this test</source>
        <translation>Für diesen Test gibt es zu wenige Fälle</translation>
    </message>
    <message>
        <source>It asks %1 cases that you have not read; %2 are left. Open another pack.</source>
        <translation>Er fragt %1 neue Fälle; %2 sind übrig. Ein weiteres Paket öffnen.</translation>
    </message>
    <message>
        <source>There is no case for a drill</source>
        <translation>Kein Fall zum Üben</translation>
    </message>
    <message>
        <source>Every case is read. Open another pack.</source>
        <translation>Alle Fälle sind befundet. Ein weiteres Paket öffnen.</translation>
    </message>
    <message>
        <source>Import answer files</source>
        <translation>Antwortdateien einlesen</translation>
    </message>
    <message>
        <source>Answer files (*.nwanswers)</source>
        <translation>Antwortdateien (*.nwanswers)</translation>
    </message>
    <message>
        <source>Nothing new: these answers are here already.</source>
        <translation>Nichts Neues: Diese Antworten sind schon da.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) taken up</source>
        <translation>
            <numerusform>%n Zeile übernommen</numerusform>
            <numerusform>%n Zeilen übernommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::shell::ReportWays</name>
    <message>
        <source>All scores</source>
        <translation>Alle Werte</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>Forschung</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Bericht als PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Certificate as PDF</source>
        <translation>Bescheinigung als PDF</translation>
    </message>
    <message>
        <source>Page as PDF</source>
        <translation>Seite als PDF</translation>
    </message>
    <message>
        <source>Group report</source>
        <translation>Gruppenbericht</translation>
    </message>
    <message>
        <source>Your pseudonym</source>
        <translation>Pseudonym</translation>
    </message>
    <message>
        <source>It stands in the file in place of your name</source>
        <translation>Es steht in der Datei anstelle des Namens</translation>
    </message>
    <message>
        <source>There is nothing to write yet</source>
        <translation>Noch ist nichts zu schreiben</translation>
    </message>
    <message>
        <source>A reader study needs scored calls on positive and on negative nodes.</source>
        <translation>Eine Leserstudie braucht gewertete Befundungen an positiven und negativen Knoten.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s)</source>
        <translation>
            <numerusform>%1: %n Zeile</numerusform>
            <numerusform>%1: %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>nodewise::shell::SafetySection</name>
    <message>
        <source>Copies of your progress</source>
        <translation>Kopien des Fortschritts</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>Diese Kopie zurückholen</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Jetzt kopieren</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>PIN setzen</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>PIN entfernen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>There is no copy of your progress yet; one is made at each start and end.</source>
        <translation>Noch gibt es keine Kopie des Fortschritts; sie entsteht bei jedem Start und Ende.</translation>
    </message>
    <message>
        <source>A copy of your progress is made at each start and end: the last 10, one a day for 10 days, one a month for 12 months.</source>
        <translation>Bei jedem Start und Ende entsteht eine Kopie des Fortschritts: die letzten 10, eine je Tag für 10 Tage, eine je Monat für 12 Monate.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>PIN ändern</translation>
    </message>
    <message>
        <source>This profile opens with its PIN. The PIN encrypts nothing.</source>
        <translation>Dieses Profil öffnet sich mit seiner PIN. Die PIN verschlüsselt nichts.</translation>
    </message>
    <message>
        <source>A PIN keeps colleagues out of your profile by mistake. It encrypts nothing.</source>
        <translation>Eine PIN hält Kollegen davon ab, versehentlich dieses Profil zu nutzen. Sie verschlüsselt nichts.</translation>
    </message>
    <message>
        <source>Put back the copy of %1</source>
        <translation>Kopie zurückholen: %1</translation>
    </message>
    <message>
        <source>What was called after it goes; the present file is kept beside it. The window closes and opens again.</source>
        <translation>Spätere Befundungen fallen weg; die jetzige Datei bleibt daneben erhalten. Das Fenster schließt und öffnet sich wieder.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Present PIN</source>
        <translation>Jetzige PIN</translation>
    </message>
    <message>
        <source>New PIN, 4 to 12 characters</source>
        <translation>Neue PIN, 4 bis 12 Zeichen</translation>
    </message>
    <message>
        <source>The PIN was not kept</source>
        <translation>Die PIN wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 characters.</source>
        <translation>Eine PIN hat 4 bis 12 Zeichen.</translation>
    </message>
    <message>
        <source>The PIN does not fit</source>
        <translation>Die PIN passt nicht</translation>
    </message>
    <message>
        <source>The PIN stays as it was.</source>
        <translation>Die PIN bleibt, wie sie war.</translation>
    </message>
</context>
<context>
    <name>nodewise::shell::SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Reading room</source>
        <translation>Befundraum</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Wie der Computer</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Reduce motion: no fades</source>
        <translation>Weniger Bewegung: ohne Überblenden</translation>
    </message>
    <message>
        <source>No 3‑D views, from the next start on</source>
        <translation>Keine 3‑D‑Ansichten, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Your name, optional</source>
        <translation>Name, freiwillig</translation>
    </message>
    <message>
        <source>Exam date, optional</source>
        <translation>Prüfungstermin, freiwillig</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>TNM edition for your own series</source>
        <extracomment>Edition of the TNM classification of tumours.</extracomment>
        <translation>TNM-Ausgabe für eigene Serien</translation>
    </message>
    <message>
        <source>This is no date. Write year-month-day, as in 2027-02-17.</source>
        <translation>Das ist kein Datum. Jahr-Monat-Tag schreiben, etwa 2027-02-17.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Nodewise %1</source>
        <translation>Nodewise %1</translation>
    </message>
    <message>
        <source>A trainer for calling extranodal extension on CT of the neck.</source>
        <translation>Ein Trainer zum Befunden extranodaler Ausbreitung in der CT des Halses.</translation>
    </message>
    <message>
        <source>Teaching and research; not a medical device. Not for diagnosis or treatment.</source>
        <translation>Lehre und Forschung; kein Medizinprodukt. Nicht für Diagnose oder Behandlung.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Built with Qt, VTK, DCMTK, SQLite and others; their notices come with the program.</source>
        <translation>Gebaut mit Qt, VTK, DCMTK, SQLite und anderen; deren Hinweise liegen dem Programm bei.</translation>
    </message>
    <message>
        <source>Everything stays on this computer, in %1</source>
        <translation>Alles bleibt auf diesem Computer, in %1</translation>
    </message>
    <message>
        <source>3‑D views: %1</source>
        <translation>3‑D‑Ansichten: %1</translation>
    </message>
    <message>
        <source>Calls a day, at most</source>
        <translation>Befundungen am Tag, höchstens</translation>
    </message>
</context>
<context>
    <name>nodewise::shell::Workspace</name>
    <message>
        <source>A fresh case was drawn for you: every other of its kind is read.</source>
        <translation>Ein neuer Fall wurde für Sie gezeichnet: Alle anderen seiner Art sind gelesen.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Befunden</translation>
    </message>
    <message>
        <source>Open a case pack</source>
        <translation>Fallpaket öffnen</translation>
    </message>
    <message>
        <source>Case packs (*.nwpack)</source>
        <translation>Fallpakete (*.nwpack)</translation>
    </message>
    <message>
        <source>Import a DICOM folder</source>
        <translation>DICOM-Ordner importieren</translation>
    </message>
    <message>
        <source>Reading a case pack</source>
        <translation>Ein Fallpaket wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1: %n Fall</numerusform>
            <numerusform>%1: %n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Looking for series</source>
        <translation>Serien werden gesucht</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Die Bilder werden gelesen</translation>
    </message>
    <message>
        <source>This series has no regular grid</source>
        <translation>Diese Serie hat kein regelmäßiges Raster</translation>
    </message>
    <message>
        <source>It can be resampled to one; lengths stay right, fine detail may soften.</source>
        <translation>Umrechnen auf ein Raster ist möglich; Längen bleiben richtig, feine Details können weicher werden.</translation>
    </message>
    <message>
        <source>Resample</source>
        <translation>Umrechnen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Open a series</source>
        <translation>Serie öffnen</translation>
    </message>
    <message>
        <source>Images (*.nrrd *.nhdr *.nii *.nii.gz *.zip *.dcm DICOMDIR *)</source>
        <translation>Bilder (*.nrrd *.nhdr *.nii *.nii.gz *.zip *.dcm DICOMDIR *)</translation>
    </message>
    <message>
        <source>Safety of your progress</source>
        <translation>Sicherheit des Fortschritts</translation>
    </message>
    <message>
        <source>Mouse and keys</source>
        <translation>Maus und Tasten</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>CT in 3‑D</source>
        <translation>CT in 3‑D</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
</context>
<context>
    <name>nodewise::today::FirstStartPage</name>
    <message>
        <source>A slice of the first case</source>
        <translation>Eine Schicht des ersten Falls</translation>
    </message>
    <message>
        <source>Three nodes to start with</source>
        <translation>Drei Knoten für den Anfang</translation>
    </message>
    <message>
        <source>Look, say how likely extranodal extension is, then see the place, the measurement and the rule. The cases are built in and synthetic: nothing to import.</source>
        <extracomment>Extranodal extension: growth of tumour beyond the capsule of a lymph node.</extracomment>
        <translation>Ansehen, die Wahrscheinlichkeit einer extranodalen Ausbreitung (ENE) angeben, dann Stelle, Messung und Regel sehen. Die Fälle sind eingebaut und synthetisch: nichts zu importieren.</translation>
    </message>
    <message>
        <source>Start: first three nodes</source>
        <translation>Start: die ersten drei Knoten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open a case pack</source>
        <translation>Fallpaket öffnen</translation>
    </message>
    <message>
        <source>a .nwpack file from your department</source>
        <translation>eine .nwpack-Datei aus der Abteilung</translation>
    </message>
    <message>
        <source>Ctrl O</source>
        <translation>Strg O</translation>
    </message>
    <message>
        <source>Import a DICOM folder</source>
        <translation>DICOM-Ordner importieren</translation>
    </message>
    <message>
        <source>also a zip or a DICOMDIR, or drop it anywhere</source>
        <translation>auch ein Zip oder ein DICOMDIR, oder einfach hineinziehen</translation>
    </message>
    <message>
        <source>Ctrl I</source>
        <translation>Strg I</translation>
    </message>
    <message>
        <source>Teaching and research. Not a medical device; not for diagnosis or treatment.</source>
        <translation>Lehre und Forschung. Kein Medizinprodukt; nicht für Diagnose oder Behandlung.</translation>
    </message>
    <message>
        <source>Your name, optional</source>
        <translation>Name, freiwillig</translation>
    </message>
    <message>
        <source>Exam date, optional</source>
        <translation>Prüfungstermin, freiwillig</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <extracomment>The form in which a date is typed, as in 2027-02-17.</extracomment>
        <translation>Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>About 4 minutes. You can stop after any node.</source>
        <translation>Etwa 4 Minuten. Pause nach jedem Knoten möglich.</translation>
    </message>
    <message>
        <source>The built-in cases are being made ready.</source>
        <translation>Die eingebauten Fälle werden vorbereitet.</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>This is no date. Write year-month-day, as in 2027-02-17.</source>
        <translation>Das ist kein Datum. Jahr-Monat-Tag schreiben, etwa 2027-02-17.</translation>
    </message>
</context>
<context>
    <name>nodewise::today::NextCaseCard</name>
    <message>
        <source>Axial slice of the case</source>
        <translation>Axiale Schicht des Falls</translation>
    </message>
    <message>
        <source>Coronal slice of the case</source>
        <translation>Koronare Schicht des Falls</translation>
    </message>
    <message>
        <source>Another case</source>
        <translation>Anderer Fall</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Every case on this computer is read</source>
        <translation>Alle Fälle auf diesem Computer sind befundet</translation>
    </message>
    <message>
        <source>Open another case pack, or read a case again from Cases.</source>
        <translation>Ein weiteres Fallpaket öffnen oder unter „Fälle“ einen Fall erneut befunden.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Alle Fälle</translation>
    </message>
</context>
<context>
    <name>nodewise::today::SkillPanel</name>
    <message>
        <source>No call yet.</source>
        <translation>Noch keine Befundung.</translation>
    </message>
    <message>
        <source>Last five calls</source>
        <translation>Letzte fünf Befundungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All calls, in Progress</source>
        <translation>Alle Befundungen, unter Fortschritt</translation>
    </message>
    <message numerus="yes">
        <source>Brier skill, last %n node(s)</source>
        <translation>
            <numerusform>Brier-Skill, letzter Knoten</numerusform>
            <numerusform>Brier-Skill, letzte %n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Brier skill by scored node</source>
        <translation>Brier-Skill je gewertetem Knoten</translation>
    </message>
    <message>
        <source>0 is guessing the base rate.</source>
        <translation>0 entspricht Raten nach Basisrate.</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht gewertet</translation>
    </message>
</context>
<context>
    <name>nodewise::today::TodayPage</name>
    <message>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Practise a concept that is due</source>
        <translation>Ein fälliges Konzept üben</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Alle Fälle</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n Konzept</numerusform>
            <numerusform>%n Konzepte</numerusform>
        </translation>
    </message>
    <message>
        <source>recall %1</source>
        <extracomment>How likely a concept is still remembered, 0 to 1.</extracomment>
        <translation>Abruf %1</translation>
    </message>
    <message>
        <source>Take a test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Start test</source>
        <translation>Test starten</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Anderer Test</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>ten nodes against the clock</source>
        <translation>zehn Knoten gegen die Uhr</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>which of these two has ENE</source>
        <translation>welcher von beiden hat ENE</translation>
    </message>
    <message>
        <source>Review meeting</source>
        <translation>Fallbesprechung</translation>
    </message>
    <message>
        <source>everyone&apos;s calls on one node</source>
        <translation>alle Befundungen eines Knotens</translation>
    </message>
    <message>
        <source>Continue the test</source>
        <translation>Test fortsetzen</translation>
    </message>
</context>
<context>
    <name>nodewise::viewer::ImageTools</name>
    <message>
        <source>Image tools</source>
        <translation>Bildwerkzeuge</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Mark the node</source>
        <translation>Knoten markieren</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Mean in an ellipse</source>
        <translation>Mittelwert in einer Ellipse</translation>
    </message>
    <message>
        <source>Value at a point</source>
        <translation>Wert an einem Punkt</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>Schichtpaket</translation>
    </message>
    <message>
        <source>No slab</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>%1 mean</source>
        <translation>%1 Mittel</translation>
    </message>
    <message>
        <source>%1 maximum</source>
        <translation>%1 Maximum</translation>
    </message>
    <message>
        <source>%1 minimum</source>
        <translation>%1 Minimum</translation>
    </message>
    <message>
        <source>Thicker slab</source>
        <translation>Dickeres Schichtpaket</translation>
    </message>
    <message>
        <source>Lines of the other planes</source>
        <translation>Linien der anderen Ebenen</translation>
    </message>
    <message>
        <source>Play through the slices</source>
        <translation>Schichten abspielen</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Reset the views</source>
        <translation>Ansichten zurücksetzen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Diameter of the brush</source>
        <translation>Durchmesser des Pinsels</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Mean in a polygon</source>
        <translation>Mittelwert im Polygon</translation>
    </message>
    <message>
        <source>Window from a region</source>
        <translation>Fenster aus einem Bereich</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Turn by 90°</source>
        <translation>Um 90° drehen</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>Star as key image</source>
        <translation>Als Schlüsselbild merken</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Hot metal</source>
        <translation>Glühmetall</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Next layout</source>
        <translation>Nächste Anordnung</translation>
    </message>
    <message>
        <source>One large, two small</source>
        <translation>Eine große, zwei kleine</translation>
    </message>
    <message>
        <source>Three planes and 3‑D</source>
        <translation>Drei Ebenen und 3‑D</translation>
    </message>
    <message>
        <source>One large, one small and 3‑D</source>
        <translation>Eine große, eine kleine und 3‑D</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>Eine Ansicht</translation>
    </message>
    <message>
        <source>Outline by a closed line</source>
        <translation>Kontur als geschlossene Linie</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
</context>
<context>
    <name>nodewise::viewer::KeyEditor</name>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what a key does, %2 the key.
----------
Keys have changed places: a key and what it does now.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Press a row&apos;s button, then the new key.</source>
        <translation>Den Knopf einer Zeile drücken, dann die neue Taste.</translation>
    </message>
    <message>
        <source>Any key, alone or with Shift or Ctrl. Escape leaves it as it is, Backspace takes it away.</source>
        <translation>Irgendeine Taste, allein oder mit Umschalt oder Strg. Esc lässt sie, wie sie ist, die Rücktaste nimmt sie weg.</translation>
    </message>
    <message>
        <source>%1 is taken: %2 (%3). Choose another key, or one with Shift or Ctrl.</source>
        <extracomment>%1 is a key, %2 what it does, %3 the screen.</extracomment>
        <translation>%1 ist belegt: %2 (%3). Eine andere Taste wählen, oder eine mit Umschalt oder Strg.</translation>
    </message>
    <message>
        <source>On the pictures</source>
        <translation>Auf den Bildern</translation>
    </message>
    <message>
        <source>For the call</source>
        <translation>Für die Befundung</translation>
    </message>
    <message>
        <source>In Measure</source>
        <translation>Im Messen</translation>
    </message>
</context>
<context>
    <name>nodewise::viewer::KeySheet</name>
    <message>
        <source>On the pictures</source>
        <translation>Auf den Bildern</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>First, last slice</source>
        <translation>Erste, letzte Schicht</translation>
    </message>
    <message>
        <source>Move the crosshair</source>
        <translation>Fadenkreuz bewegen</translation>
    </message>
    <message>
        <source>Turn the crosshair: oblique planes</source>
        <translation>Fadenkreuz drehen: schräge Ebenen</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Fenstereinstellungen</translation>
    </message>
    <message>
        <source>Axial, coronal, sagittal large</source>
        <translation>Axial, koronar, sagittal groß</translation>
    </message>
    <message>
        <source>Slab thinner, thicker</source>
        <translation>Schichtpaket dünner, dicker</translation>
    </message>
    <message>
        <source>Fit, reset, invert</source>
        <translation>Einpassen, zurücksetzen, invertieren</translation>
    </message>
    <message>
        <source>Magnifying glass while held</source>
        <translation>Lupe, solange gehalten</translation>
    </message>
    <message>
        <source>Undo, remove the last measurement</source>
        <translation>Rückgängig, letzte Messung entfernen</translation>
    </message>
    <message>
        <source>Next part of the screen</source>
        <translation>Nächster Teil des Bildschirms</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Play through the slices</source>
        <translation>Schichten abspielen</translation>
    </message>
    <message>
        <source>Zoom, one to one</source>
        <translation>Zoom, eins zu eins</translation>
    </message>
    <message>
        <source>One view alone, next layout</source>
        <translation>Eine Ansicht allein, nächste Anordnung</translation>
    </message>
    <message>
        <source>Flip, turn by 90°</source>
        <translation>Spiegeln, um 90° drehen</translation>
    </message>
    <message>
        <source>Short and long axis, ruler, angle</source>
        <translation>Kurz- und Langachse, Lineal, Winkel</translation>
    </message>
    <message>
        <source>Key image, copy the picture</source>
        <translation>Schlüsselbild, Bild kopieren</translation>
    </message>
    <message>
        <source>Keys can be changed in Settings.</source>
        <translation>Tasten lassen sich in den Optionen ändern.</translation>
    </message>
    <message>
        <source>Shift + 0 … 3</source>
        <extracomment>The keys Shift and 0 to 3.</extracomment>
        <translation>Umschalt + 0 … 3</translation>
    </message>
    <message>
        <source>[ ]</source>
        <translation>[ ] oder Ü +</translation>
    </message>
    <message>
        <source>ENE probability ± 5, with Shift ± 1</source>
        <translation>ENE-Wahrscheinlichkeit ± 5, mit Umschalt ± 1</translation>
    </message>
    <message>
        <source>ENE probability ± 5</source>
        <translation>ENE-Wahrscheinlichkeit ± 5</translation>
    </message>
    <message>
        <source>ENE probability ± 1</source>
        <translation>ENE-Wahrscheinlichkeit ± 1</translation>
    </message>
</context>
<context>
    <name>nodewise::viewer::SliceView</name>
    <message>
        <source>%1 view</source>
        <translation>%1e Ansicht</translation>
    </message>
    <message>
        <source>value at the cursor %1</source>
        <translation>Wert am Zeiger %1</translation>
    </message>
</context>
<context>
    <name>nodewise::viewer::ViewerHabits</name>
    <message>
        <source>Left scroll, middle window, right zoom</source>
        <translation>Links blättern, Mitte Fenster, rechts zoomen</translation>
    </message>
    <message>
        <source>Left pan, middle window, right zoom</source>
        <translation>Links schieben, Mitte Fenster, rechts zoomen</translation>
    </message>
    <message>
        <source>Left window, middle pan, right zoom</source>
        <translation>Links Fenster, Mitte schieben, rechts zoomen</translation>
    </message>
</context>
<context>
    <name>nodewise::viewer::ViewerModel</name>
    <message>
        <source>Mark node %1</source>
        <translation>Knoten %1 markieren</translation>
    </message>
    <message>
        <source>Move mark %1</source>
        <translation>Markierung %1 verschieben</translation>
    </message>
    <message>
        <source>Remove mark %1</source>
        <translation>Markierung %1 entfernen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Change measurement</source>
        <translation>Messung ändern</translation>
    </message>
    <message>
        <source>Remove measurement</source>
        <translation>Messung entfernen</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::ChartView</name>
    <message>
        <source>Node %1: skill %2, %3 to %4</source>
        <translation>Knoten %1: Skill %2, %3 bis %4</translation>
    </message>
    <message numerus="yes">
        <source>You said %1 percent: %2 percent of %n node(s) turned out positive</source>
        <translation>
            <numerusform>Angegeben %1 Prozent: %2 Prozent von %n Knoten laut Referenz positiv</numerusform>
            <numerusform>Angegeben %1 Prozent: %2 Prozent von %n Knoten laut Referenz positiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reference %1, called %2: %n node(s)</source>
        <translation>
            <numerusform>Referenz %1, befundet %2: %n Knoten</numerusform>
            <numerusform>Referenz %1, befundet %2: %n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3: %4</source>
        <translation>%1: %2, %3: %4</translation>
    </message>
    <message>
        <source>%1: %2 percent</source>
        <translation>%1: %2 Prozent</translation>
    </message>
    <message>
        <source>%1: too few nodes</source>
        <translation>%1: zu wenige Knoten</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::Chip</name>
    <message>
        <source>Remove filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::Gallery</name>
    <message>
        <source>Smooth</source>
        <translation>Glatt</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>Unregelm.</translation>
    </message>
    <message>
        <source>Indistinct</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Schaltflächen</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Short and long axis</source>
        <translation>Kurz- und Langachse</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Segmented choice</source>
        <translation>Segmentauswahl</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>iENE grade</source>
        <extracomment>iENE: extranodal extension seen on imaging.</extracomment>
        <translation>iENE-Grad</translation>
    </message>
    <message>
        <source>Shift + 0 … 3</source>
        <translation>Umschalt + 0 … 3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>fat</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>coalescent</source>
        <translation>konfluiert</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>ENE probability</source>
        <translation>ENE-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Mark row</source>
        <translation>Wertungszeile</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Short −0.2&#x202f;mm, long +0.5&#x202f;mm; reader spread is ±1.6&#x202f;mm.</source>
        <translation>Kurz −0,2&#x202f;mm, lang +0,5&#x202f;mm; die Streuung beträgt ±1,6&#x202f;mm.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>invaded</source>
        <translation>infiltriert</translation>
    </message>
    <message>
        <source>4 of 5 agree. The fat line is gone, the muscle edge ragged.</source>
        <translation>4 von 5 stimmen überein. Die Fettlinie fehlt, die Muskelkante ist ausgefranst.</translation>
    </message>
    <message>
        <source>Grade, certainty</source>
        <translation>Grad, Sicherheit</translation>
    </message>
    <message>
        <source>4 of 5 panel readers saw G3.</source>
        <translation>4 von 5 im Panel sahen G3.</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>Chips</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Left IIa</source>
        <translation>IIa links</translation>
    </message>
    <message>
        <source>Left III</source>
        <translation>III links</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Short axis</source>
        <translation>Kurzachse</translation>
    </message>
    <message>
        <source>Check boxes</source>
        <translation>Kontrollkästchen</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>1 easy</source>
        <translation>1 leicht</translation>
    </message>
    <message>
        <source>4 hard</source>
        <translation>4 schwer</translation>
    </message>
    <message>
        <source>Import, in the background</source>
        <translation>Import, im Hintergrund</translation>
    </message>
    <message>
        <source>Reading 412 of 1,180 files</source>
        <translation>412 von 1180 Dateien werden gelesen</translation>
    </message>
    <message>
        <source>2 series found. 3 files skipped: no pixel data.</source>
        <translation>2 Serien gefunden. 3 Dateien übersprungen: keine Pixeldaten.</translation>
    </message>
    <message>
        <source>Toast with undo</source>
        <translation>Meldung mit Rückgängig</translation>
    </message>
    <message>
        <source>Node 2 removed</source>
        <translation>Knoten 2 entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Empty state</source>
        <translation>Leerer Zustand</translation>
    </message>
    <message>
        <source>AUC needs 10 positive and 10 negative nodes</source>
        <translation>AUC braucht 10 positive und 10 negative Knoten</translation>
    </message>
    <message>
        <source>7 and 12 so far. Three more positives will do.</source>
        <translation>Bisher 7 und 12. Drei weitere positive genügen.</translation>
    </message>
    <message>
        <source>Read a node</source>
        <translation>Einen Knoten befunden</translation>
    </message>
    <message>
        <source>Strip: abstains</source>
        <translation>Streifen: Enthaltung</translation>
    </message>
    <message>
        <source>No probability: slices are 5&#x202f;mm, the margin needs 3&#x202f;mm.</source>
        <translation>Keine Wahrscheinlichkeit: Die Schichten messen 5&#x202f;mm, der Rand braucht 3&#x202f;mm.</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::MarkRow</name>
    <message>
        <source>%1, %2, you %3, reference %4</source>
        <translation>%1, %2, Angabe %3, Referenz %4</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::ProbabilityScale</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::RangeSlider</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::ReasonToggle</name>
    <message>
        <source>Carried the call</source>
        <translation>War ausschlaggebend</translation>
    </message>
    <message>
        <source>%1 carried the call</source>
        <translation>%1 war ausschlaggebend</translation>
    </message>
    <message>
        <source>Pin this answer when it carried the call</source>
        <translation>Anheften, wenn diese Antwort ausschlaggebend war</translation>
    </message>
    <message>
        <source>carried the call</source>
        <translation>ausschlaggebend</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
</TS>
