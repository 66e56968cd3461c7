namespace PhantomNet.Phantoms.Anatomy;

/// <summary>What a part of the patient is; maps and masks are made by structure.</summary>
public enum Structure
{
    /// <summary>Skin, muscle and fat, and the organs of the abdomen: soft tissue that is nothing else.</summary>
    Body,

    /// <summary>The patient's right lung, at the image's left.</summary>
    RightLung,

    /// <summary>The patient's left lung.</summary>
    LeftLung,

    /// <summary>The heart, without the great vessels.</summary>
    Heart,

    /// <summary>What lies between the lungs and is neither heart nor aorta.</summary>
    Mediastinum,

    /// <summary>Ascending aorta, arch and descending aorta.</summary>
    Aorta,

    /// <summary>Vessels of the lung, from the hila outwards.</summary>
    Vessels,

    /// <summary>Air in trachea and bronchi.</summary>
    Airways,

    /// <summary>The domes of the diaphragm with what lies under them.</summary>
    Diaphragm,

    /// <summary>Air in the stomach.</summary>
    StomachGas,

    /// <summary>Vertebrae.</summary>
    Spine,

    /// <summary>Ribs.</summary>
    Ribs,

    /// <summary>Collarbones.</summary>
    Clavicles,

    /// <summary>Shoulder blades, and the upper arms that they bear.</summary>
    Scapulae,

    /// <summary>Breastbone.</summary>
    Sternum,

    /// <summary>Consolidated lung, or a nodule.</summary>
    Lesion,
}
