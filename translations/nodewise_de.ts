<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message numerus="yes">
        <source>%1 %n day(s) before</source>
        <extracomment>%1 is the kind of biopsy.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>node fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skin involved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nerve palsy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smooth margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>irregular margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indistinct margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clean fat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stranded fat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension into fat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adjacent structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no structure touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>touches the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invades the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coalescence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>necrosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cystic change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fatty hilum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>%1 is the grade, %2 the probability.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENE at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>The last two words of an enumeration.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the node with a click inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the ENE probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the iENE grade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The short axis is longer than the long one. Check both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no size of a node. Check the unit.</source>
        <extracomment>%1 is a length with its unit.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m</source>
        <extracomment>One letter: male.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f</source>
        <extracomment>One letter: female.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT %1 after contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Concept</name>
    <message>
        <source>%1 or %2</source>
        <extracomment>A concept of training: a feature and what resembles it, as in &quot;Margin or necrosis&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 is not there. Check the folder, or choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its access rights and the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose a folder you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive is full; %1 was not written. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends too early. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of %1 is not known. Use DICOM, NRRD, NIfTI or a case pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made for a newer version. Update Nodewise to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at your request. Nothing of %1 was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for %1. Close other programs or choose a smaller series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a value that cannot be used. Check the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a DICOM file. Choose the folder that holds the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM dictionary is missing, so %1 cannot be read. Install Nodewise again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no pixel data. Choose the image files of the series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a DICOM file without an image. Choose a CT or MR series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uses a compression that is not supported. Export the series uncompressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image in %1 ends too early. Export the series again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image in %1 is damaged. Export the series again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stores its pixels in a way that is not supported. Choose a grey-scale CT or MR series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lacks a value that is needed. Export the series again from the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a value that makes no sense. Export the series again from the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not say where its images lie. Choose the original series, not a secondary capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of %1 do not form one volume. Choose a single axial series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slices of %1 are unevenly spaced. Resample on opening, or choose another series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has too few slices for a volume. Choose the full series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such series was found in %1. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds several images at one position. Choose a single phase of the series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names files that are not there. Copy the whole medium.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than can be opened. Choose a smaller part of the series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outline in %1 belongs to another series. Choose the one it was drawn on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outline in %1 is empty. Draw the node first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no outline with this name. Choose one from its list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node in %1 is too small for these slices. Use a thinner series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds voxels that are not numbers. Export the series again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be measured on %1. Use a thinner series or another plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node in %1 is cut off by the edge of the volume. Choose a series that shows it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not valid JSON. Ask its author for a new copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not follow the format. Ask its author to build it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds an entry that is not known. Update Nodewise, or ask its author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value in %1 is out of range. Check it against the unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged and was not opened. Get the pack again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would write outside its own folder and was refused. Do not use this pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds links and was refused. Ask its author for one without links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds two names that differ only in case. Ask its author to rename one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unpacks to far more than it should and was refused. Do not use this pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than a pack may be. Ask its author to split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed after it was built and was refused. Get the pack again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature of %1 does not fit and the pack was refused. Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not signed. Use it only if you know where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is signed with a key not seen before. Compare the key with its author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not say who may use it. Ask its author to add the rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case is not in %1. Choose one from Cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This node is not in %1. Choose one from the list of nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference of %1 opens after your call. Commit the node first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference in %1 contradicts itself. Report the case to its author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a TNM edition that is not covered. Choose TNM8 or TNM9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no N rule for the site of %1. The category is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step does not come next in %1. Go back to the node and finish its call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call on %1 is committed and stays as it is. Open its feedback instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The progress file %1 is damaged. Choose its last backup in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The progress file %1 comes from a newer version and was left untouched. Update Nodewise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The progress file %1 is in use. Close the other window and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is not in %1. Choose another one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong with %1 that should not happen. Send the log file with what you did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This series could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case pack could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step was not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodewise could not go on here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Place: %2.</source>
        <extracomment>%1 is a sentence, %2 a DICOM tag, a JSON pointer or a line.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradeWords</name>
    <message>
        <source>none</source>
        <extracomment>Second line of the grade segment, at most ten letters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coalescent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>structure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkShape</name>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <extracomment>The answer is near the reference, not the same.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Measurements</name>
    <message>
        <source>mean %1, SD %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n voxel(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>long %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no voxel inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressScreen</name>
    <message>
        <source>trend counts from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 = guessing the base rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you said, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned out positive, %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemedyCards</name>
    <message>
        <source>Necrosis or a cyst counted as ENE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact called invasion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stranding after a biopsy counted as ENE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbouring nodes called coalescent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A subtle margin under-called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search stopped after the largest node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A node was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size taken along another axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side or level differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical ENE staged with the pathological table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p16-negative table used for p16-positive disease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N category of the other edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surer than right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less sure than right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image quality passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invasion called contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Necrosis and cysts are recorded, not graded. Look at the outer margin and at the fat beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact alone does not give G3. Look for a ragged interface or a change inside the structure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the date of the biopsy first. Stranding along the needle path is not ENE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the plane between the nodes slice by slice. Where a fat line stays, they are separate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again in the narrow window 3 and in all three planes before settling on a smooth margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest grade may lie in another node. Grade each node before the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the retropharyngeal space and the other side on the search list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short axis to suspect, long axis to stage. Draw both on the axial image, at a right angle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the hyoid and the cricoid first. Level III lies between their lower edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical and pathological N have separate tables. Before surgery the clinical one applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read p16 in the history before the table. p16-positive oropharynx has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the edition beside the case before the category. The editions count ENE on imaging differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the last nodes your certainty ran ahead of the reference. Keep above 90 % for what is unequivocal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the last nodes you were right more often than you said. Use the upper end of the scale when the sign is clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick slices, motion and artefact blur a margin. Call the image limited; lower the certainty, not the grade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare both sides of the structure in the narrow window 3 before settling on contact.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideLetters</name>
    <message>
        <source>L</source>
        <extracomment>One letter for the patient&apos;s left side.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <extracomment>One letter for the patient&apos;s right side.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <extracomment>One letter for the midline.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlicePicture</name>
    <message>
        <source>W %1 L %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slab %1 mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slab %1 MIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slab %1 MinIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLIPPED</source>
        <extracomment>On a picture whose left and right are changed. Keep it short and in capitals.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left and right are changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Structures</name>
    <message>
        <source>sternocleidomastoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal jugular vein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jugular vein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external jugular vein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carotid artery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common carotid artery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal carotid artery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external carotid artery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submandibular gland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parotid gland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thyroid gland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digastric muscle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scalene muscles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>levator scapulae</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trapezius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>splenius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strap muscles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longus muscles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longus colli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platysma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mylohyoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>omohyoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mandible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hyoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larynx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trachea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oesophagus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>airway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pharynx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertebra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tongue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vagus nerve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accessory nerve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left %1</source>
        <extracomment>%1 is a structure of the neck.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right %1</source>
        <extracomment>%1 is a structure of the neck.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>oral cavity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oropharynx, p16-negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oropharynx, p16-positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hypopharynx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larynx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nasopharynx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nose and sinuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>salivary gland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown primary, p16 and EBV negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown primary, HPV-positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown primary, EBV-positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p16+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p16−</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p16 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no biopsy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-needle aspiration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>core biopsy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open biopsy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biopsy not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>midline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary in the midline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side of the primary not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>muscle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nerve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no extension seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension into the perinodal fat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coalescent nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension into an adjacent structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~ 50 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~ 75 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; 90 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indistinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stranded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perinodal fat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjacent structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalescence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Necrosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cystic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fatty hilum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adequate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ENE at pathology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>microscopic ENE, at most 2 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENE of more than 2 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not examined at pathology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pathology, this node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pathology, this level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pathology, whole patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>panel of readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by construction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teaching draft, one author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side and level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade, certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retropharyngeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is the side (left), %2 the neck level (IIa).</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>recall %1</source>
        <extracomment>How likely a concept is still remembered, 0 to 1.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeakConceptList</name>
    <message>
        <source>skill %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowPresets</name>
    <message>
        <source>as stored</source>
        <extracomment>Names of windows, as in &quot;W 350 L 60 · 2 neck&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrow node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fat plane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::MissList</name>
    <message>
        <source>No call was 80 % or more from the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confident and wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>80 % or more from the reference, %n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::ProgressScreen</name>
    <message>
        <source>No scored node yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill appears after 20 scored nodes, the curve of reliability from the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier skill by scored node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>band: 95 % bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars: Wilson 95 %, number: nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows reference, columns your call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is drawn from 8 scored nodes on, positive and negative ones among them: %1 and %2 so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::dashboard::WeakConceptList</name>
    <message>
        <source>Weakest concepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A concept is listed after %n node(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::library::ActiveFilterBar</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::library::CaseDelegate</name>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::library::CasesScreen</name>
    <message>
        <source>Search cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search history, site, concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search cases   Ctrl F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No case on this computer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case pack is a .nwpack file; drop one anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case fits these filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) on this computer.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::library::FacetPanel</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <extracomment>Site of the primary tumour.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>Level of the neck, as in &quot;IIa&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truth</source>
        <extracomment>Kind of the reference a case is compared with.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::models::CasesModel</name>
    <message>
        <source>Case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difficulty %1 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oropharynx</source>
        <extracomment>Site of the primary tumour.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown primary</source>
        <extracomment>Site of the primary tumour is not known.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larynx, hypopharynx</source>
        <extracomment>Sites of the primary tumour.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty %1–%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::models::ImportModel</name>
    <message>
        <source>Series without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) skipped.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::models::ProgressModel</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs positive and negative nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1 scored nodes: %2 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC</source>
        <extracomment>Area under the ROC curve.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1 positive and %1 negative nodes: %2 and %3 so far</source>
        <extracomment>Positive: a node with extranodal extension by the reference.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade, weighted κ</source>
        <extracomment>Quadratic-weighted kappa of the grade.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs more than one grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right call, wrong reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no grade agrees yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size error, short axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no node measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>±%1 limits</source>
        <extracomment>Bland-Altman limits of agreement.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n scored node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 since %3</source>
        <extracomment>%1 &quot;64 scored nodes&quot;, %2 &quot;41 cases&quot;, %3 a day.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Read it together with the counts: %n node(s) so far.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Above 60 % you are surer than you are right: %n node(s), %1 positive.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Above 60 % you are righter than you are sure: %n node(s), %1 positive.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Above 60 % you are about as sure as you are right: %n node(s), %1 positive.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 called %2 %n time(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::models::TodayModel</name>
    <message>
        <source>%1, case %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill appears after %1 scored nodes: %2 so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC after %1 positive and %1 negative nodes: %2 and %3 so far.</source>
        <extracomment>AUC: area under the ROC curve. Positive: a node with extranodal extension.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>Format of the day at the head of the first screen, as QLocale takes it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>exam in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) this week</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, node %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, all nodes called</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) called and saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You stopped at image %1, %n minute(s) in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped at image %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack of this case is no longer on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty %1 of 5, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concepts come back here after their first scored node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due. Concepts come back when they begin to fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s) done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::read::CallFoot</name>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your call is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::read::CallPanel</name>
    <message>
        <source>Node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side and level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENE probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iENE grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + 0 … 3</source>
        <extracomment>The keys Shift and 0 to 3.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perinodal fat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjacent structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short axis, mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long axis, mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step, in your words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::read::ImageTools</name>
    <message>
        <source>Image tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <comment>name of the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short and long axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean in an ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value at a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thicker slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the other planes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play through the slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view or three</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::read::KeySheet</name>
    <message>
        <source>[ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENE probability ± 5, with Shift ± 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + 0 … 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iENE grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin, left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perinodal fat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjacent structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coalescence, necrosis, cystic, fatty hilum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw short and long axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the node at the crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next open node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows, Page up, Page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axial, coronal, sagittal large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab thinner, thicker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit, reset, invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view alone, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::read::NodeColumn</name>
    <message>
        <source>Mark a node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 nodes of %2 are called.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <extracomment>%1 is the time of day.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::read::NodeList</name>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::read::NodeListModel</name>
    <message>
        <source>called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node %1, %2, called, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node %1, %2, open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::read::ReadScreen</name>
    <message>
        <source>Opening the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case opens with its whole volume; nothing is asked before you look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is finished.</source>
        <extracomment>%1 is the title of the case.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) called and saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neck, soft tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::read::SeriesCard</name>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n image(s)</source>
        <extracomment>%1 is the slice spacing with its unit, %n the number of images.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::read::ViewingNote</name>
    <message>
        <source>Viewing only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This series belongs to no case. It can be looked at and measured; there is no reference to compare a call with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching and research. Not for diagnosis or treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::render::SurfaceOverlay</name>
    <message>
        <source>Node surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the surface …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outline to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag to turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white line %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::render::SurfaceView</name>
    <message>
        <source>3-D is switched off. Slices, measurements and feedback work as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D needs OpenGL 3.2. This display offers less; everything else works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This display has no OpenGL, so there is no 3-D view. Everything else works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node surface in 3-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>Where the reader stands, as in &quot;from left, behind&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::shell::SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion: no fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No 3-D views, from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exam date, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TNM edition for your own series</source>
        <extracomment>Edition of the TNM classification of tumours.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no date. Write year-month-day, as in 2027-02-17.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodewise %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trainer for calling extranodal extension on CT of the neck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching and research; not a medical device. Not for diagnosis or treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt, VTK, DCMTK, SQLite and others; their notices come with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer, in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D views: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::shell::Workspace</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case packs (*.nwpack)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a DICOM folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading a case pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This series has no regular grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be resampled to one; lengths stay right, fine detail may soften.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::today::FirstStartPage</name>
    <message>
        <source>A slice of the first case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three nodes to start with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look, say how likely extranodal extension is, then see the place, the measurement and the rule. The cases are built in and synthetic: nothing to import.</source>
        <extracomment>Extranodal extension: growth of tumour beyond the capsule of a lymph node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: first three nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a .nwpack file from your department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a DICOM folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also a zip or a DICOMDIR, or drop it anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching and research. Not a medical device; not for diagnosis or treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exam date, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year-month-day</source>
        <extracomment>The form in which a date is typed, as in 2027-02-17.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 4 minutes. You can stop after any node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in cases are being made ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no date. Write year-month-day, as in 2027-02-17.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::today::NextCaseCard</name>
    <message>
        <source>Axial slice of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coronal slice of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every case on this computer is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another case pack, or read a case again from Cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::today::SkillPanel</name>
    <message>
        <source>No call yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last five calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All calls, in Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Brier skill, last %n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier skill by scored node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is guessing the base rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not graded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::today::TodayPage</name>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise a concept that is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::viewer::SliceView</name>
    <message>
        <source>%1 view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value at the cursor %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::viewer::ViewerModel</name>
    <message>
        <source>Mark node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move mark %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove mark %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove measurement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::ChartView</name>
    <message>
        <source>Node %1: skill %2, %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You said %1 percent: %2 percent of %n node(s) turned out positive</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reference %1, called %2: %n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::Chip</name>
    <message>
        <source>Remove filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::MarkRow</name>
    <message>
        <source>%1, %2, you %3, reference %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::ProbabilityScale</name>
    <message>
        <source>%1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::RangeSlider</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::ReasonToggle</name>
    <message>
        <source>Carried the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 carried the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this answer when it carried the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carried the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nodewise::widgets::Toast</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
